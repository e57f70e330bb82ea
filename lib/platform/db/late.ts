import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { edgesOf } from '@/lib/base/time/late'

/** What an instant is compared with, as the page sees it: one value a request. */
const at = (moment: Date): SQL => sql`${moment.toISOString()}::timestamptz`

/** The twin of `isLate` (base/time/late): true, false, or null where nothing is due. */
export const late = (due: SQLWrapper, now: Date): SQL => sql`(${due} < ${at(now)})`

/** The twin of `bucketOf`. */
export function bucket(due: SQLWrapper, now: Date): SQL {
  const { tomorrow, horizon } = edgesOf(now)
  return sql`(case when ${late(due, now)} then 'late' when ${due} < ${at(tomorrow)} then 'today' when ${due} < ${at(horizon)} then 'week' end)`
}
