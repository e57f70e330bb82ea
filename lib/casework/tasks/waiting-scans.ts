import { type SQL, sql } from 'drizzle-orm'
import { supervised } from '@/lib/casework/staff/reach'
import { late } from '@/lib/platform/db/late'
import type { Ctx } from '@/lib/platform/gate/verb'
import { kindsOf, queuedWhenLate, type TaskKind } from './kinds'
import type { WaitingKind, WaitingTab } from './waiting'
import { type Cut, hit, isAside, scan } from './waiting-scan'

const OPEN = sql.raw(`('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')`)

/**
 * Cases of the actor beyond their offices' open ones, that are worked on: where they are named, or still are after they
 * moved. Read once a statement (`named`), and their live
 * referrals with them.
 */
export const namedCases = (ctx: Ctx): SQL => sql`named as materialized (
  select c.id from app.cases c where c.id = any(array(select access.my_live_case_ids())) and c.state in ${OPEN}
    and (c.sensitivity <> 'S3' or c.office_id <> all(${supervised(ctx.actor)}))
    -- What is left to do after such a case is over.
    union all select c.id from app.cases c where c.id in (select t.case_id from app.tasks t where t.state = 'OPEN'
      and t.case_id = any(array(select access.my_case_ids()))) and c.state not in ${OPEN}
    and (c.sensitivity <> 'S3' or c.office_id <> all(${supervised(ctx.actor)}))),
  named_referrals as materialized (select w.id, w.case_id, w.state, w.due_at, w.sent_at, w.emergency_path, w.reviewed_at,
    w.author_id, w.supervisor_id, w.office_id, w.sensitivity
    from app.referrals w where w.case_id = any(array(select id from named)) and ${LIVE}),
  aside as materialized (select m.item_id from app.queue_marks m where m.by_id = ${ctx.actor.userId} and ${isAside})`
/** Every kind's first rows beyond the cursor. */
export function scansOf(ctx: Ctx, cut: Cut, only?: WaitingTab): SQL {
  const wanted: [WaitingTab, () => SQL][] = [
    ['approve', () => toApprove(ctx, cut)],
    ['review', () => toReview(ctx, cut)],
    ['silent', () => overdue(ctx, cut, 'silent', ['SENT', 'ACKNOWLEDGED'])],
    ['unreported', () => overdue(ctx, cut, 'unreported', ['ACCEPTED', 'IN_PROGRESS'])],
    ['question', () => overdue(ctx, cut, 'question', ['INFO_REQUESTED'])],
    ['contested', () => contested(ctx, cut)],
    ['unverified', () => overdue(ctx, cut, 'unverified', ['COMPLETED'])],
    ['withdrawn', () => withdrawn(ctx, cut)],
    ['alert', () => newAlerts(ctx, cut)],
    ['close', () => closures(ctx, cut)],
    ['transfer', () => offers(ctx, cut)],
    ['task', () => sql.join([harms(ctx, cut), otherTasks(ctx, cut), lateTasks(ctx, cut)], sql` union all `)],
    ['orphan', () => orphans(ctx, cut)],
    ['later', () => setAside(ctx, cut)],
  ]
  const chosen = wanted.filter(([kind]) => only === undefined || kind === only)
  return sql.join(
    chosen.map(([, build]) => build()),
    sql` union all `,
  )
}

const nowOf = ({ actor }: Ctx) => actor.now
/** Word for word as the partial index says it. */
const LIVE = sql.raw(
  `w.state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN')`,
)
const unreviewed = (of: 'w' | 'r') =>
  sql.raw(`${of}.emergency_path and ${of}.reviewed_at is null and ${of}.sent_at is not null`)
const UNREVIEWED = unreviewed('w')
/** Of a referral: this supervisor reads it again first, so that it stands there and not among the silent ones. */
export const toReviewFirst = ({ actor }: Ctx, of: 'w' | 'r' = 'w') =>
  sql`(${unreviewed(of)} and ${sql.raw(of)}.author_id <> ${actor.userId})`

/** To approve: held by this supervisor, or by nobody who still can. */
const toApprove = (ctx: Ctx, cut: Cut) =>
  scan(ctx, cut, {
    table: 'referrals',
    by: { key: sql`w.due_at`, id: sql`w.id` },
    columns: hit('approve', sql`w.due_at`, nowOf(ctx)),
    holds: sql`w.state = 'PENDING_APPROVAL' and ${LIVE} and (w.supervisor_id is null or w.supervisor_id = ${ctx.actor.userId}
      or not app.supervisor_can_act(w.supervisor_id, w.case_id, w.office_id, w.sensitivity))`,
  })

/** To read again after an emergency; never one's own. Four hours after it left it is late. */
function toReview(ctx: Ctx, { after, ...cut }: Cut): SQL {
  const dated = after && /^\d/.test(after.at)
  const start = dated ? { at: fourHoursBefore(after.at), id: after.id } : after
  return scan(
    ctx,
    { ...cut, after: start },
    {
      table: 'referrals',
      by: { key: sql`w.sent_at`, id: sql`w.id`, undated: false },
      columns: hit('review', sql`w.sent_at + interval '4 hours'`, nowOf(ctx)),
      holds: sql`${UNREVIEWED} and w.author_id <> ${ctx.actor.userId} and w.state <> 'PENDING_APPROVAL'`,
    },
  )
}

/** The cursor's instant as it stands on the row, to the microsecond. */
function fourHoursBefore(at: string): string {
  const fraction = /\.(\d{1,6})/.exec(at)?.[1]?.padEnd(6, '0') ?? '000000'
  const whole = new Date(Date.parse(at.replace(/\.\d+/, '')) - 4 * 3_600_000).toISOString()
  return whole.replace('.000Z', `.${fraction}Z`)
}

/** Beyond its limit, at a partner or with the team; one that is to be read again stands there. */
const overdue = (ctx: Ctx, cut: Cut, kind: WaitingKind, states: readonly string[]) =>
  scan(ctx, cut, {
    table: 'referrals',
    by: { key: sql`w.due_at`, id: sql`w.id`, undated: false },
    columns: hit(kind, sql`w.due_at`, nowOf(ctx)),
    each: { column: 'state', of: states },
    holds: sql`${LIVE} and ${late(sql`w.due_at`, ctx.actor.now)} and not ${toReviewFirst(ctx)}`,
  })

/** The service did not come, or was not reached: known to supervision at once, until something follows. */
const contested = (ctx: Ctx, cut: Cut) =>
  scan(ctx, cut, {
    table: 'referrals',
    by: { key: sql`w.due_at`, id: sql`w.id` },
    columns: hit('contested', sql`w.due_at`, nowOf(ctx)),
    each: { column: 'state', of: ['CONTESTED', 'NOT_ACCESSED'] },
    holds: sql`${LIVE} and not ${toReviewFirst(ctx)}`,
  })

/** Cases the team asks to close: without a limit. */
const closures = (ctx: Ctx, cut: Cut) =>
  scan(ctx, cut, {
    table: 'cases',
    by: { key: sql`null::timestamptz`, id: sql`w.id` },
    columns: hit('close', sql`null::timestamptz`, nowOf(ctx)),
    holds: sql`w.state = 'PENDING_CLOSURE'`,
  })

const newAlerts = (ctx: Ctx, cut: Cut) =>
  scan(ctx, cut, {
    table: 'alerts',
    by: { key: sql`w.due_at`, id: sql`w.id` },
    columns: hit('alert', sql`w.due_at`, nowOf(ctx)),
    holds: sql`w.state = 'NEW'`,
  })

/** Held by this one or by nobody who still can. A deputy's restricted ones come as `orphan`. */
const mine = ({ actor }: Ctx) => sql`(w.holder_id is null or w.holder_id = ${actor.userId}
  or not app.supervisor_can_act(w.holder_id, w.case_id, w.office_id, w.sensitivity))`

/** Harm before everything else, whatever its limit. */
function harms(ctx: Ctx, cut: Cut): SQL {
  const beyond = cut.after && cut.after.at !== '-infinity'
  const start = cut.after?.at === '-infinity' ? sql`and w.id > ${cut.after.id}::uuid` : sql``
  return scan(
    ctx,
    { ...cut, after: undefined },
    {
      table: 'tasks',
      by: { key: sql`null::timestamptz`, id: sql`w.id` },
      columns: sql`'task' as kind, w.id, '-infinity'::timestamptz as sort, coalesce(${late(sql`w.due_at`, ctx.actor.now)}, false) as late`,
      holds: sql`w.state = 'OPEN' and w.kind = 'HARM' and ${mine(ctx)} ${start} ${beyond ? sql`and false` : sql``}`,
    },
  )
}

const unsaid = (
  consent: SQL,
) => sql`exists (select from app.consents q where q.id = ${consent} and q.confirm_by is not null
  and not exists (select from app.consent_confirmations f where f.consent_id = q.id))`

/** A word that a waiting referral needs, and nothing else of the case: it is given beside the referral, in its one row. */
const besideReferral = sql`(w.kind in ('CONFIRM_BEST_INTERESTS', 'CONFIRM_VITAL')
  and exists (select from app.referrals r where r.case_id = w.case_id and r.state = 'PENDING_APPROVAL' and ${unsaid(sql`r.consent_id`)})
  and not exists (select from app.consents n where n.case_id = w.case_id and n.withdrawn_at is null and ${unsaid(sql`n.id`)}
    and not exists (select from app.referrals r where r.consent_id = n.id and r.state = 'PENDING_APPROVAL')))`

/** The case of which this actor recorded the agency's yes: somebody else hands it out (`endings/hand-out-case`). */
const ownYes = ({ actor }: Ctx) => sql`(w.kind = 'HAND_OUT' and exists (select from app.case_transfers x
  where x.case_id = w.case_id and x.state = 'ACCEPTED' and x.answered_by = ${actor.userId}))`

/** Kinds with a place of their own. */
const OWN_PLACE: readonly TaskKind[] = ['HARM', 'AWAIT_DELETION']

/** What an agency still holds of a consent that was withdrawn. */
const withdrawn = (ctx: Ctx, cut: Cut) =>
  scan(ctx, cut, {
    table: 'tasks',
    by: { key: sql`w.due_at`, id: sql`w.id` },
    columns: hit('withdrawn', sql`w.due_at`, nowOf(ctx)),
    each: { column: 'kind', of: ['AWAIT_DELETION'] },
    holds: sql`w.state = 'OPEN' and ${mine(ctx)}`,
  })

function otherTasks(ctx: Ctx, cut: Cut): SQL {
  const kinds = kindsOf('SUPERVISOR').filter(
    (kind) => !OWN_PLACE.includes(kind) && !queuedWhenLate.includes(kind),
  )
  return scan(ctx, cut, {
    table: 'tasks',
    by: { key: sql`w.due_at`, id: sql`w.id` },
    columns: hit('task', sql`w.due_at`, nowOf(ctx)),
    each: { column: 'kind', of: kinds },
    holds: sql`w.state = 'OPEN' and ${mine(ctx)} and not ${besideReferral} and not ${ownYes(ctx)}`,
  })
}

/** What a supervisor need not see before it is late. */
const lateTasks = (ctx: Ctx, cut: Cut) =>
  scan(ctx, cut, {
    table: 'tasks',
    by: { key: sql`w.due_at`, id: sql`w.id`, undated: false },
    columns: hit('task', sql`w.due_at`, nowOf(ctx)),
    each: { column: 'kind', of: queuedWhenLate },
    holds: sql`w.state = 'OPEN' and ${late(sql`w.due_at`, ctx.actor.now)} and ${mine(ctx)} and not ${besideReferral}`,
  })

/** Cases that other offices offer: of a restricted one only whoever is asked by name. Each has its limit. */
const offers = (
  ctx: Ctx,
  { after, most, id }: Cut,
) => sql`(select 'transfer' as kind, w.id, w.answer_by as sort,
  ${late(sql`w.answer_by`, ctx.actor.now)} as late
  from app.case_transfers w where w.state = 'OFFERED' and w.id = any(array(select access.offered_transfers()))
  and w.id <> all(array(select item_id from aside)) ${id ? sql`and w.id = ${id}::uuid` : sql``}
  ${after ? sql`and (w.answer_by, w.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
  order by 3, 2 limit ${sql.raw(String(most))})`

/** Restricted work of the region that nobody named can do any more: empty for whoever is no deputy. */
const orphans = (ctx: Ctx, { after, most }: Cut) => sql`(select 'orphan' as kind, w.case_id as id,
  coalesce(w.due_at, 'infinity'::timestamptz) as sort, coalesce(${late(sql`w.due_at`, ctx.actor.now)}, false) as late
  from app.orphaned_work() w ${after ? sql`where (coalesce(w.due_at, 'infinity'::timestamptz), w.case_id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
  order by 3, 2 limit ${sql.raw(String(most))})`

/** What this supervisor set aside, with the limits that run on: a mark ends with the next move of what it is about. */
const setAside = ({ actor }: Ctx, { after, most, id }: Cut) => sql`(select 'later' as kind, m.item_id as id,
  coalesce(m.due_at, 'infinity'::timestamptz) as sort, coalesce(${late(sql`m.due_at`, actor.now)}, false) as late
  from app.queue_marks m where m.by_id = ${actor.userId} and ${isAside} ${id ? sql`and m.item_id = ${id}::uuid` : sql``}
  ${after ? sql`and (coalesce(m.due_at, 'infinity'::timestamptz), m.item_id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
  order by 3, 2 limit ${sql.raw(String(most))})`
