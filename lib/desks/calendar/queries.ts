import { type SQL, sql } from 'drizzle-orm'
import { linesWithin } from '@/lib/casework/cases/lines'
import { caseStatesSql, LIVING } from '@/lib/casework/cases/state-lists'
import { duties, dutiful, hangingOn, taskNamed } from '@/lib/desks/work/duties'
import type { Ctx } from '@/lib/platform/gate/verb'

/** From this instant on, before that one. */
export type Span = { from: Date; to: Date }
const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`

/** The living cases on which this person works. */
const mine = ({ actor }: Ctx) => sql`mine as materialized (
  select ${dutiful}, c.sensitivity from app.cases c where c.lead_id = ${actor.userId} and c.state in ${caseStatesSql(LIVING)}
  union all select ${dutiful}, c.sensitivity from app.cases c where c.id = any(array(select access.shared_live_case_ids()))
    and c.lead_id <> ${actor.userId} and c.state in ${caseStatesSql(LIVING)})`

/** One appointment of a calendar; `at`: ms. A partner's own has a day and no hour. `words`: sealed, base64. */
export type CalendarAppointment = {
  id: string
  code: string
  sensitivity: string
  kind: string | null
  at: number
  hour: boolean
  state: string
  keyId: string | null
  words: string | null
}

/**
 * What has a day and an hour on one's own cases, also on a file that points at one of them, and the day that a partner set. What was
 * moved or cancelled is left out.
 */
export async function appointmentsBetween(ctx: Ctx, { from, to }: Span): Promise<CalendarAppointment[]> {
  const rows = await ctx.tx.execute<CalendarAppointment>(sql`with ${mine(ctx)},
    files as (select id, code, sensitivity from mine
      union all select d.id, k.code, k.sensitivity from mine k join app.cases d on d.merged_into = k.id)
    select a.id::text as id, f.code, f.sensitivity, a.kind, extract(epoch from a.starts_at)::float8 * 1000 as at, true as hour, a.state,
      a.key_id::text as "keyId", replace(encode(a.words, 'base64'), E'\n', '') as words
    from files f join app.appointments a on a.case_id = f.id
    where a.starts_at >= ${instant(from)} and a.starts_at < ${instant(to)} and a.state in ('PLANNED', 'KEPT', 'MISSED')
    union all
    select r.id::text, f.code, f.sensitivity, 'PARTNER', extract(epoch from r.expected_on::timestamp at time zone 'UTC')::float8 * 1000,
      false, 'PLANNED', null, null
    from files f join app.referrals r on r.case_id = f.id
    where r.state = 'ACCEPTED' and r.expected_on >= ${instant(from)}::date and r.expected_on < ${instant(to)}::date
    order by at, code, id`)
  return [...rows]
}

/** One limit of a calendar; `at`: ms. */
export type CalendarLimit = { code: string; sensitivity: string; kind: string; at: number }

/** What falls due on one's own cases before `to`, by the rule of the home page, long since among it. */
export async function limitsBefore(ctx: Ctx, to: Date): Promise<CalendarLimit[]> {
  const all = sql`= any(array(select id from mine))`
  const rows = await ctx.tx.execute<CalendarLimit>(sql`with ${mine(ctx)}
    select d.code, m.sensitivity, d.kind, extract(epoch from d.due_at)::float8 * 1000 as at
    from (${duties({ ...hangingOn(sql`mine c`, all), holder: sql`${ctx.actor.userId}::uuid`, now: ctx.actor.now, until: to })}) d
      join mine m on m.id = d.case_id
    where d.kind not like 'task-KEEP_APPOINTMENT%' order by at, d.code`)
  return [...rows]
}

/** So many of the late lines of the offices are listed; all of them are counted. */
export const LATE_SHOWN = 20
export type OfficeLine = CalendarLimit & { late: boolean; place: number; total: number }

/** Of the lines that a supervisor reads: the most pressing thing of each case that falls due before `to`; what is late is counted. */
export async function officeLines(ctx: Ctx, { from, to }: Span): Promise<OfficeLine[]> {
  const now = instant(ctx.actor.now)
  const rows = await ctx.tx.execute<OfficeLine>(sql`select * from (
      select l.code, l.sensitivity, case l.subject_type when 'task' then 'task-' || ${taskNamed} when 'case' then c.next_due_kind else 'referral' end as kind,
        extract(epoch from l.due_at)::float8 * 1000 as at, l.due_at < ${now} as late,
        row_number() over (partition by l.due_at < ${now} order by l.due_at, l.code)::integer as place,
        count(*) over (partition by l.due_at < ${now})::integer as total
      from app.case_lines l join app.cases c on c.id = l.case_id left join app.tasks t on l.subject_type = 'task' and t.id = l.subject_id
      where ${linesWithin(ctx.actor)} and l.due_at < ${instant(to)}) line
    where (late and place <= ${LATE_SHOWN}) or (not late and at >= ${from.getTime()} and place <= 200) order by at, code`)
  return [...rows]
}
