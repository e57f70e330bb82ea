import { type SQL, sql } from 'drizzle-orm'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { staleAfterDays } from './capacity'

/** The entries of `app.directory_entries d` whose keeper is asked again, as `isToVerify` says it: for lists and counts. */
export const toVerifySql = (now: Date): SQL =>
  sql`(d.asked_at is not null or d.verified_on < ${isoDayOf(daysAfter(now, -staleAfterDays))}::date
    or (d.state = 'PAUSED' and d.paused_until < ${isoDayOf(now)}::date))`
