import { type SQL, sql } from 'drizzle-orm'
import { caseStatesSql, ENDED } from '@/lib/casework/cases/state-lists'
import type { CaseFilter } from '@/lib/casework/views/filter'
import { type Cursor, type Keyed, markOf, rangesBeyond } from '@/lib/platform/db/keyset'
import { ofOffices } from '@/lib/platform/db/offices'
import type { Ctx } from '@/lib/platform/gate/verb'

export const pageSize = 25

/** Word for word as the index of ended cases says it. */
const over = sql`c.state in ${caseStatesSql(ENDED)}`
const states = sql`unnest(${sql.raw(`'{${ENDED.join(',')}}'`)}::text[]) as s(state)`

/**
 * One page of ended cases by the day they ended, newest first: 25 and one more. Each state of each office (or lead) is an
 * ordered scan of its own that stops after a page, then the scans are merged: the work does not grow with the table.
 */
export async function pageOfEnded(ctx: Ctx, filter: CaseFilter, after: Cursor | undefined): Promise<Keyed[]> {
  const ranges = rangesBeyond(after, { key: sql`c.closed_at`, id: sql`c.id`, way: '<' })
  const where = filtersOf(filter)
  const scans = ctx.actor.role === 'SUPERVISOR' ? ofSupervisor(ctx, filter) : ofCaseworker(ctx)
  const parts = scans.flatMap(({ offices, reach, beside }) =>
    ranges.map((range) => {
      const ordered = (
        reached: SQL,
      ) => sql`select c.id, c.closed_at as at from app.cases c where ${reached} and c.state = s.state
        and ${over} ${range} ${where} order by c.closed_at desc nulls last, c.id desc limit ${pageSize + 1}`
      if (beside)
        return sql`(select c.id, c.closed_at as at from app.cases c where ${reach} and ${over} ${range} ${where})`
      if (!offices) return sql`(select hit.* from ${states} cross join lateral (${ordered(reach)}) hit)`
      const reader = { actor: { role: ctx.actor.role, offices } }
      return ofOffices(reader, (held) => ordered(sql`c.office_id ${held} and ${reach}`), states)
    }),
  )
  const rows = await ctx.tx.execute<Keyed>(sql`
    select id, ${markOf(sql`at`)} as at
    from (${sql.join(parts, sql` union `)}) merged order by merged.at desc nulls last, id desc limit ${pageSize + 1}`)
  return [...rows]
}

/** `offices`: those that are scanned; `beside`: few cases found by their ids, sorted afterwards. */
type Scan = { offices?: readonly string[]; reach: SQL; beside?: true }

/** The offices' S3 cases, and S4 cases where the supervisor is named. */
function ofSupervisor({ actor }: Ctx, { office }: CaseFilter): Scan[] {
  const offices = actor.offices.filter((id) => office === undefined || id === office)
  return [{ offices, reach: sql`c.sensitivity = 'S3'` }, ...restricted]
}

const ids = sql`array(select access.shared_case_ids())`
/** Cases where the actor is on the team without leading: their own rows, so no case is looked at. */
const shared = sql`c.id = any(${ids})`

/**
 * Restricted cases where the supervisor is named: few are looked up by their ids. They become many over the years: then
 * the restricted ones are passed in their order until a page is full.
 */
const restricted: Scan[] = [
  { reach: sql`cardinality(${ids}) <= 50 and c.sensitivity = 'S4' and ${shared}`, beside: true },
  {
    reach: sql`cardinality(${ids}) > 50 and c.sensitivity = 'S4' and array_position(${ids}, c.id) is not null`,
  },
]

/** The cases they lead, and those where they are on the team. */
const ofCaseworker = ({ actor }: Ctx): Scan[] => [
  { reach: sql`c.lead_id = ${actor.userId}` },
  { reach: sql`c.lead_id <> ${actor.userId} and ${shared}`, beside: true },
]

function filtersOf({ risk, sex, office, lead }: CaseFilter): SQL {
  const wanted: SQL[] = []
  if (risk) wanted.push(risk === 'NONE' ? sql`c.risk is null` : sql`c.risk = ${risk}`)
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
