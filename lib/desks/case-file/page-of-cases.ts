import { type SQL, sql } from 'drizzle-orm'
import { type Cursor, type Keyed, markOf, rangesBeyond } from '@/lib/platform/db/keyset'
import { ofOffices } from '@/lib/platform/db/offices'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type CaseFilter, statesOf } from './views'

export const pageSize = 25
/**
 * One page of case ids in the order of the list: 25 and one more. Each state of each office (or lead) is an ordered
 * scan of its own that stops after a page, then the scans are merged: the work does not grow with the table.
 * Living cases go by their next due date, ended ones by the day they ended, newest first.
 */
export async function pageOfCases(ctx: Ctx, filter: CaseFilter, after: Cursor | undefined): Promise<Keyed[]> {
  const order = filter.view === 'closed' ? newestFirst(after) : nextDueFirst(after)
  const where = filtersOf(filter, ctx.actor.now)
  const all = sql`${sql.param(`{${statesOf(filter.view).join(',')}}`)}::text[]`
  const states = sql`unnest(${all}) as s(state)`
  const scans = ctx.actor.role === 'SUPERVISOR' ? ofSupervisor(ctx, filter) : ofCaseworker(ctx, filter)
  const parts = scans.flatMap(({ offices, reach, beside }) =>
    order.ranges.map((range) => {
      const ordered = (held: SQL) => sql`select c.id, ${order.key} as at from app.cases c
        where ${held} and c.state = s.state ${range} ${where} order by ${order.by} limit ${pageSize + 1}`
      if (beside)
        return sql`(select c.id, ${order.key} as at from app.cases c where ${reach} and c.state = any(${all}) ${range} ${where})`
      if (!offices) return sql`(select hit.* from ${states} cross join lateral (${ordered(reach)}) hit)`
      return ofOffices(
        { actor: { offices } },
        (held) => ordered(sql`c.office_id ${held} and ${reach}`),
        states,
      )
    }),
  )
  const rows = await ctx.tx.execute<Keyed>(sql`
    select id, ${markOf(sql`at`)} as at
    from (${sql.join(parts, sql` union `)}) merged order by ${order.last} limit ${pageSize + 1}`)
  return [...rows]
}

/** `offices`: those that are scanned; `beside`: few cases found by their ids, sorted afterwards. */
type Scan = { offices?: readonly string[]; reach: SQL; beside?: true }

/** The offices' S3 cases, and S4 cases where the supervisor is named. */
function ofSupervisor({ actor }: Ctx, { office, view }: CaseFilter): Scan[] {
  const offices = actor.offices.filter((id) => office === undefined || id === office)
  return [{ offices, reach: sql`c.sensitivity = 'S3'` }, ...restricted(view)]
}

/**
 * Restricted cases where the supervisor is named: few are looked up by their ids. Ended ones become many over the years:
 * then the restricted ones are passed in their order until a page is full.
 */
function restricted(view: CaseFilter['view']): Scan[] {
  if (view !== 'closed') return [{ reach: sql`c.sensitivity = 'S4' and ${sharedLive}`, beside: true }]
  const few = sql`c.sensitivity = 'S4' and ${shared}`
  const ids = sql`array(select access.shared_case_ids())`
  return [
    { reach: sql`cardinality(${ids}) <= 50 and ${few}`, beside: true },
    {
      reach: sql`cardinality(${ids}) > 50 and c.sensitivity = 'S4' and array_position(${ids}, c.id) is not null`,
    },
  ]
}

/** The cases they lead, and those where they are on the team. */
const ofCaseworker = ({ actor }: Ctx, { view }: CaseFilter): Scan[] => [
  { reach: sql`c.lead_id = ${actor.userId}` },
  { reach: sql`c.lead_id <> ${actor.userId} and ${view === 'closed' ? shared : sharedLive}`, beside: true },
]

/** Cases where the actor is on the team without leading: their own rows, so no case is looked at. */
const shared = sql`c.id = any(array(select access.shared_case_ids()))`
const sharedLive = sql`c.id = any(array(select access.shared_live_case_ids()))`

function filtersOf({ view, risk, sex, office, lead }: CaseFilter, now: Date): SQL {
  const wanted: SQL[] = []
  // Said again as constants, so that the indexes of living and of ended cases apply.
  wanted.push(
    view === 'closed'
      ? sql`c.state in ('CLOSED', 'TRANSFERRED', 'DUPLICATE')`
      : sql`c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')`,
  )
  if (view === 'late') wanted.push(sql`c.next_due_at < ${now.toISOString()}::timestamptz`)
  if (view === 'high' || risk) wanted.push(sql`c.risk = ${view === 'high' ? 'HIGH' : risk}`)
  if (office) wanted.push(sql`c.office_id = ${office}`)
  if (lead) wanted.push(sql`c.lead_id = ${lead}`)
  if (sex)
    // A scalar, not a join: read row by row in the order of the list, until the page is full.
    wanted.push(
      sql`(select p.sex from app.people p where p.case_id = c.id and p.standing = 'PRINCIPAL') = ${sex}`,
    )
  return sql.join(
    wanted.map((one) => sql` and ${one}`),
    sql``,
  )
}

const nextDueFirst = (after: Cursor | undefined) => ({
  key: sql`c.next_due_at`,
  by: sql`c.next_due_at, c.id`,
  last: sql`merged.at, id`,
  ranges: rangesBeyond(after, { key: sql`c.next_due_at`, id: sql`c.id`, way: '>' }),
})

const newestFirst = (after: Cursor | undefined) => ({
  key: sql`c.closed_at`,
  by: sql`c.closed_at desc nulls last, c.id desc`,
  last: sql`merged.at desc nulls last, id desc`,
  ranges: rangesBeyond(after, { key: sql`c.closed_at`, id: sql`c.id`, way: '<' }),
})
