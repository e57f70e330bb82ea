import { changeBetween, type Zone } from './zone'

const DAY = 86_400_000
/** Longer than any daylight-saving step. */
const STEP = 3 * 3_600_000

/**
 * Local wall time of an instant in milliseconds, never running backwards: in the hour repeated in autumn it waits.
 */
export function toWall(zone: Zone, instant: number): number {
  const offset = zone.offsetAt(instant)
  const earlier = zone.offsetAt(instant - STEP)
  const wall = instant + offset
  if (earlier <= offset) return wall
  return Math.max(wall, changeBetween(zone, instant - STEP, instant) + earlier)
}

/** First instant at which the wall shows this time or later: in the hour skipped in spring, the jump itself. */
export function fromWall(zone: Zone, wall: number): number {
  const before = zone.offsetAt(wall - DAY)
  const after = zone.offsetAt(wall + DAY)
  const early = wall - before
  if (zone.offsetAt(early) === before) return early
  const late = wall - after
  if (zone.offsetAt(late) === after) return late
  return changeBetween(zone, late, early)
}
