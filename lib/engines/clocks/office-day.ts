import { isLate } from '@/lib/base/time/late'
import type { Calendar } from './calendar'
import type { Clock } from './types'

/** Hours after local midnight at which an office's day ends, unless its settings say otherwise. */
export const OFFICE_CLOSES_AT = 17

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * A limit given in days ends with the office's day, not at the minute at which it began: what is due today is not late
 * this morning. Clocks in hours stay as they are. One rule for homes, lists, cases and referrals. PURE.
 * @param closesAt hours after local midnight, 0 to 24
 */
export function untilOfficeCloses<K extends string>(
  clock: Clock<K>,
  calendar: Calendar,
  closesAt = OFFICE_CLOSES_AT,
): Clock<K> {
  if (clock.unit === 'HOURS' || !clock.due) return clock
  const closing = officeCloses(clock.due, calendar, closesAt)
  const longer = closing.getTime() - clock.due.getTime()
  return longer > 0 ? extended(clock, closing, longer) : clock
}

/**
 * The end of the office's day on which an instant falls; the instant itself where it is later. A day on which the office is closed
 * ends like any other: the person waits on Sundays too. In the database: app.office_closes. PURE.
 */
export function officeCloses(due: Date, calendar: Calendar, closesAt = OFFICE_CLOSES_AT): Date {
  const closing = closingOf(due, calendar, closesAt)
  return closing > due ? closing : due
}

function closingOf(due: Date, { zone }: Calendar, closesAt: number): Date {
  const offset = zone.offsetAt(due.getTime())
  const midnight = Math.floor((due.getTime() + offset) / DAY_MS) * DAY_MS
  return new Date(midnight + closesAt * HOUR_MS - offset)
}

function extended<K extends string>(clock: Clock<K>, due: Date, longer: number): Clock<K> {
  const limit = clock.limit + longer
  const ended = clock.stoppedAt ?? clock.asOf
  const inTime = !isLate(due, ended)
  return {
    ...clock,
    due,
    limit,
    left: clock.left + longer,
    ratio: clock.used / limit,
    breachedAt: inTime ? null : due,
    state: clock.state === 'breached' && inTime ? (clock.stoppedAt ? 'met' : 'running') : clock.state,
  }
}
