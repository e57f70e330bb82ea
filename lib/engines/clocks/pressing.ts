import type { Clock } from './types'

/** Order of a list of clocks that still wait: the longest late first, then the next due, paused ones last. */
export function byPressure(a: Clock, b: Clock): number {
  if (a.due && b.due) return a.due.getTime() - b.due.getTime()
  if (a.due) return -1
  if (b.due) return 1
  return a.left - b.left
}

/** The one clock a screen shows: the most pressing that still waits for somebody, or null. */
export function pressing<K extends string>(clocks: readonly Clock<K>[]): Clock<K> | null {
  const waiting = clocks.filter((clock) => clock.stoppedAt === null)
  return waiting.toSorted(byPressure)[0] ?? null
}
