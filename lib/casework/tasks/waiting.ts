import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'
import { queuedWhenLate } from './kinds'

/** What waits for a supervisor, in the order of the tabs. `orphan`: restricted work that nobody named can do any more. */
export const waitingKinds = [
  'approve',
  'review',
  'silent',
  'unreported',
  'alert',
  'close',
  'task',
  'orphan',
] as const
export type WaitingKind = (typeof waitingKinds)[number]

/** One thing that waits. No name of a person helped; of a restricted case nothing but its code and its limit. */
export type Waiting = {
  kind: WaitingKind
  /** The referral, alert, case or task it is about; for a task also what the task points at. */
  id: string
  code: string
  restricted: boolean
  taskKind: string | null
  subjectType: string | null
  subjectId: string | null
  partner: string | null
  service: string | null
  priority: string | null
  sex: string | null
  birthYear: number | null
  place: string | null
  colleague: string | null
  since: Date | null
  dueAt: Date | null
  late: boolean
}
export type WaitingCounts = Record<WaitingKind, number> & { total: number; late: number }
export type WaitingCursor = { at: string; id: string }
export type WaitingPage = {
  rows: Waiting[]
  counts: WaitingCounts
  /** Where the next page begins; nothing on the last one. */
  next: WaitingCursor | undefined
}

type Asked = { kind?: WaitingKind | undefined; after?: WaitingCursor | undefined; size: number }
type Row = Omit<Waiting, 'since' | 'dueAt'> & { since: string | null; dueAt: string | null; sort: string }
type Answer = { rows: Row[] | null; counts: Partial<Record<WaitingKind, number>> | null; late: number }

/**
 * The one query behind the queue, its tabs, the home page and their counts: counted before it is cut into pages.
 * Harm first, then what is due first; undated last. Row security decides what exists; a decision held by somebody who
 * can no longer make it counts as held by nobody.
 */
export async function waitingPage(ctx: Ctx, { kind, after, size }: Asked): Promise<WaitingPage> {
  const from = after ? sql`and (sort, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``
  const [answer] = await ctx.tx.execute<Answer>(sql`
    with waiting as materialized (${everything(ctx)}),
    sorted as (select w.*, case when w."taskKind" = 'HARM' then '-infinity'::timestamptz
        else coalesce(w."dueAt", 'infinity'::timestamptz) end as sort from waiting w),
    page as (select * from sorted where (${kind ?? null}::text is null or kind = ${kind ?? null}) ${from}
      order by sort, id limit ${size + 1})
    select (select json_agg(page order by page.sort, page.id) from page) as rows,
      (select json_object_agg(kind, n) from (select kind, count(*)::integer as n from waiting group by kind) c) as counts,
      (select count(*)::integer from waiting where late) as late`)
  const found = answer?.rows ?? []
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ sort: _, since, dueAt, ...row }) => ({
      ...row,
      since: since ? new Date(since) : null,
      dueAt: dueAt ? new Date(dueAt) : null,
    })),
    counts: countsOf(answer),
    next: found.length > size && last ? { at: last.sort, id: last.id } : undefined,
  }
}

function countsOf(answer: Answer | undefined): WaitingCounts {
  const of = (kind: WaitingKind) => answer?.counts?.[kind] ?? 0
  const each = Object.fromEntries(waitingKinds.map((kind) => [kind, of(kind)])) as Record<WaitingKind, number>
  const total = waitingKinds.reduce((sum, kind) => sum + each[kind], 0)
  return { ...each, total, late: answer?.late ?? 0 }
}

const open = (column: string) =>
  sql`case when ${sql.raw(column.split('.')[0] ?? '')}.sensitivity = 'S3' then ${sql.raw(column)} end`

/** Tasks to confirm an answer oneself. */
const confirming = sql`t.kind in ('CONFIRM_BEST_INTERESTS', 'CONFIRM_VITAL')`
const wordMissing = (consent: SQL) => sql`exists (select from app.consents q where q.id = ${consent}
  and q.confirm_by is not null and not exists (select from app.consent_confirmations f where f.consent_id = q.id))`

const everything = (ctx: Ctx) =>
  sql`${referrals(ctx)} union all ${closures(ctx)} union all ${alerts(ctx)} union all ${tasks(ctx)} union all ${orphans(ctx)}`

/** To approve, to read again after an emergency, silent or without a report beyond the limit. */
function referrals({ actor }: Ctx) {
  const now = actor.now.toISOString()
  const review = sql`(r.emergency_path and r.reviewed_at is null and r.state <> 'PENDING_APPROVAL')`
  const due = sql`case when ${review} then r.sent_at + interval '4 hours' when r.state = 'PENDING_APPROVAL' then least(r.due_at, (
    select min(t.due_at) from app.tasks t where t.case_id = r.case_id and t.state = 'OPEN' and ${confirming}))
    else r.due_at end`
  return sql`
    select case when r.state = 'PENDING_APPROVAL' then 'approve' when ${review} then 'review'
        when r.state in ('ACCEPTED', 'IN_PROGRESS') then 'unreported' else 'silent' end as kind,
      r.id, c.code, r.sensitivity = 'S4' as restricted, null::text as "taskKind", null::text as "subjectType", null::uuid as "subjectId",
      ${open('r.partner_code')} as partner, ${open('r.service')} as service, ${open('r.priority')} as priority,
      ${open('p.sex')} as sex, ${open('p.birth_year')}::integer as "birthYear", ${open('c.cercle')} as place, ${open('r.author_name')} as colleague,
      case when r.state = 'PENDING_APPROVAL' then r.submitted_at else r.sent_at end as since, ${due} as "dueAt",
      coalesce(${due} <= ${now}::timestamptz, false) as late
    from (select r.*, u.name as author_name from app.referrals r join access.users u on u.id = r.author_id
        where (r.state = 'PENDING_APPROVAL' and (r.supervisor_id is null or r.supervisor_id = ${actor.userId}
            or not app.able_supervisor(r.supervisor_id, r.case_id, r.office_id, r.sensitivity)))
          or (r.emergency_path and r.reviewed_at is null and r.sent_at is not null and r.author_id <> ${actor.userId})
          or (r.state in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS') and r.due_at <= ${now}::timestamptz)) r
      join app.cases c on c.id = r.case_id
      join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'`
}

/** Cases the team asks to close. */
const closures = (_: Ctx) => sql`
  select 'close', c.id, c.code, c.sensitivity = 'S4', null, null, null, null, null, null, ${open('p.sex')}, ${open('p.birth_year')}::integer,
    ${open('c.cercle')}, case when c.sensitivity = 'S3' then u.name end, null::timestamptz, null::timestamptz, false
  from app.cases c join access.users u on u.id = c.lead_id
    join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL' where c.state = 'PENDING_CLOSURE'`

const alerts = ({ actor }: Ctx) => sql`
  select 'alert', a.id, a.code, false, null, null, null, null, null, a.urgency, a.sex, extract(year from a.seen_on)::int - a.age,
    f.name, null, a.raised_at, a.due_at, coalesce(a.due_at <= ${actor.now.toISOString()}::timestamptz, false)
  from app.alerts a join app.flow_points f on f.code = a.flow_point where a.state = 'NEW'`

/** Tasks of a supervisor, held by this one or by nobody who still can. A deputy's restricted ones come as `orphan`. */
const tasks = ({ actor }: Ctx) => sql`
  select 'task', t.id, coalesce(c.code, a.code), t.sensitivity = 'S4', t.kind, t.subject_type, t.subject_id, null, null, null, null, null,
    ${open('c.cercle')}, null, t.opened_at, t.due_at, coalesce(t.due_at <= ${actor.now.toISOString()}::timestamptz, false)
  from app.tasks t join app.task_kinds k on k.kind = t.kind and k.side = 'SUPERVISOR'
    left join app.cases c on c.id = t.case_id left join app.alerts a on a.id = t.alert_id
  where t.state = 'OPEN' and coalesce(c.code, a.code) is not null
    -- A word that a waiting referral needs is given beside it: one row, with the stricter limit.
    and not (${confirming} and exists (select from app.referrals r where r.case_id = t.case_id
        and r.state = 'PENDING_APPROVAL' and ${wordMissing(sql`r.consent_id`)})
      and not exists (select from app.consents n where n.case_id = t.case_id and n.withdrawn_at is null
        and ${wordMissing(sql`n.id`)} and not exists (select from app.referrals r
          where r.consent_id = n.id and r.state = 'PENDING_APPROVAL')))
    and (not (${inArray(sql`t.kind`, queuedWhenLate)}) or t.due_at <= ${actor.now.toISOString()}::timestamptz)
    and (t.holder_id is null or t.holder_id = ${actor.userId}
      or not app.able_supervisor(t.holder_id, t.case_id, t.office_id, t.sensitivity))`

const orphans = ({ actor }: Ctx) => sql`
  select 'orphan', o.case_id, '', true, null, null, null, null, null, null, null, null, null, null, null, o.due_at,
    coalesce(o.due_at <= ${actor.now.toISOString()}::timestamptz, false) from app.orphaned_work() o`
