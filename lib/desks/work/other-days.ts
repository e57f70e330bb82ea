import { sql } from 'drizzle-orm'
import { isoDayOf, startOfDay } from '@/lib/base/time/days'
import { countOwnAlerts, listOwnAlerts } from '@/lib/casework/alerts/own-alerts'
import { toVerifySql } from '@/lib/casework/services/to-verify'
import { notable } from '@/lib/desks/log/queries'
import { monthOfDay, parseMonth } from '@/lib/desks/statistics/months'
import { type ExportRow, exported, individuals, newByMonth } from '@/lib/desks/statistics/queries'
import type { Ctx } from '@/lib/platform/gate/verb'
import { counted, type JobCounts, jobCounts } from './dead-letters'

/** The information officer: the month in progress and the last files. */
export async function imDay({ tx, actor }: Ctx) {
  const month = parseMonth(monthOfDay(isoDayOf(actor.now)))
  const months = await newByMonth(tx)
  const counts = month ? await individuals(tx, month) : []
  const exports = [...(await tx.execute<ExportRow>(exported(5)))]
  return { kind: 'im' as const, month, months, counts, exports, count: exports.length }
}

export type ImDay = Awaited<ReturnType<typeof imDay>>

/** The data-protection officer: what was refused, missed or taken out lately. */
export async function dpoDay({ tx }: Ctx) {
  const [week] = await tx.execute<{ done: number; refused: number; missing: number; exports: number }>(sql`
    select count(*) filter (where e.outcome = 'done')::integer as done,
      count(*) filter (where e.outcome = 'refused')::integer as refused,
      count(*) filter (where e.outcome = 'missing')::integer as missing,
      count(*) filter (where e.action = 'statistics.export' and e.outcome = 'done')::integer as exports
    from audit.events e where e.at > now() - interval '7 days'`)
  const events = await notable(tx, 8)
  const counts = week ?? { done: 0, refused: 0, missing: 0, exports: 0 }
  return { kind: 'dpo' as const, week: counts, events, count: events.length }
}
export type DpoDay = Awaited<ReturnType<typeof dpoDay>>

export type AdminCounts = {
  users: number
  roles: { role: string; count: number }[]
  offices: number
  partners: number
  agreements: number
  entries: number
  paused: number
  full: number
  toVerify: number
}

/** The administrator: counts of what they keep, and the jobs. No case, no referral. */
export async function adminDay({ tx, actor }: Ctx) {
  const today = isoDayOf(actor.now)
  const [row] = await tx.execute<AdminCounts>(sql`
    select (select count(*) from access.users where active and not by_link)::integer as users,
      (select json_agg(x order by x.role) from (select role, count(*)::integer as count from access.users where active and not by_link group by role) x) as roles,
      (select count(*) from access.offices)::integer as offices,
      (select count(*) from app.partners)::integer as partners,
      (select count(*) from app.partners p where p.agreement_from <= ${today}::date
        and (p.agreement_until is null or p.agreement_until >= ${today}::date))::integer as agreements,
      (select count(*) from app.directory_entries)::integer as entries,
      (select count(*) from app.directory_entries where state = 'PAUSED')::integer as paused,
      (select count(*) from app.directory_entries where state = 'FULL')::integer as "full",
      (select count(*) from app.directory_entries d where ${toVerifySql(actor.now)})::integer as "toVerify"`)
  const [jobs] = await tx.execute<JobCounts>(sql`select ${jobCounts} from ${counted()}`)
  return {
    kind: 'admin' as const,
    counts: row,
    jobs,
    dead: jobs?.dead ?? 0,
    count: 1,
  }
}
export type AdminDay = Awaited<ReturnType<typeof adminDay>>

/** The enumerator: how many alerts today and whether the last ones are handled. Never the person. */
export async function enumeratorDay(ctx: Ctx) {
  const last = await listOwnAlerts(ctx, { size: 5 })
  const sentToday = await countOwnAlerts(ctx, startOfDay(isoDayOf(ctx.actor.now)))
  return { kind: 'enumerator' as const, sentToday, last: last.rows, total: last.total, count: last.total }
}
export type EnumeratorDay = Awaited<ReturnType<typeof enumeratorDay>>
