import type { Calendar } from './calendar'
import type { ClockUnit } from './types'
import { fromWall, toWall } from './wall'

const DAY = 86_400_000

/** Counted time as a staircase over real time: how much has been counted at an instant, and when a count is reached. */
export type Count = {
  at(instant: number): number
  /** First instant at which this much has been counted. */
  reach(counted: number): number
}

/** How `unit` counts in this office. Only differences of counts mean anything. */
export function countIn(unit: ClockUnit, calendar: Calendar): Count {
  if (unit === 'HOURS') return { at: (instant) => instant, reach: (counted) => counted }
  const { zone } = calendar
  if (unit === 'DAYS')
    return { at: (instant) => toWall(zone, instant), reach: (counted) => fromWall(zone, counted) }
  return {
    at: (instant) => {
      const wall = toWall(zone, instant)
      const day = Math.floor(wall / DAY)
      return calendar.openDaysBefore(day) * DAY + (calendar.isOpen(day) ? wall - day * DAY : 0)
    },
    // A count that ends exactly with a working day is reached that midnight, not when the office opens again.
    reach: (counted) => {
      const full = Math.ceil(counted / DAY) - 1
      return fromWall(zone, calendar.openDay(full) * DAY + counted - full * DAY)
    },
  }
}
