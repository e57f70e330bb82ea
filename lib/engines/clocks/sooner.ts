import type { Clock } from './types'

/** A clock that waits, ended at a stricter instant where one is given: one duty has one limit on every page. PURE. */
export function noLaterThan<K extends string>(clock: Clock<K>, limit: Date | null): Clock<K> {
  if (!limit || !clock.due || clock.stoppedAt || limit >= clock.due) return clock
  const less = clock.due.getTime() - limit.getTime()
  const whole = Math.max(1, clock.limit - less)
  const late = clock.asOf > limit
  return {
    ...clock,
    due: limit,
    limit: whole,
    left: clock.left - less,
    ratio: clock.used / whole,
    breachedAt: late ? limit : null,
    state: late ? 'breached' : clock.state,
  }
}
