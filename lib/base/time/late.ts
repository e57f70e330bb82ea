import { daysAfter, isoDayOf, startOfDay } from './days'

/**
 * Late is what was due before now; at its very instant it is in time. The one rule: whoever says late, overdue or due today asks here
 * or its twin in SQL (platform/db/late). A limit in days is written with the end of the office's day in it (engines/clocks/office-day,
 * app.office_closes), so that nothing is late on the morning of its last day. PURE.
 */
export const isLate = (due: Date | number, now: Date | number): boolean => Number(due) < Number(now)

/** Days ahead that "this week" shows, each whole. */
export const WEEK_DAYS = 7

export const buckets = ['late', 'today', 'week'] as const
export type Bucket = (typeof buckets)[number]

/** From when on something is due on a later day than today, and from when on it is not due this week any more. PURE. */
export function edgesOf(now: Date): { tomorrow: Date; horizon: Date } {
  const today = startOfDay(isoDayOf(now))
  return { tomorrow: daysAfter(today, 1), horizon: daysAfter(today, WEEK_DAYS + 1) }
}

/** Where something due stands on a page of work; nothing beyond the week. PURE. */
export function bucketOf(due: Date, now: Date): Bucket | undefined {
  const { tomorrow, horizon } = edgesOf(now)
  if (isLate(due, now)) return 'late'
  if (due < tomorrow) return 'today'
  return due < horizon ? 'week' : undefined
}
