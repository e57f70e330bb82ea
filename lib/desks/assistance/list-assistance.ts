import { type SQL, sql } from 'drizzle-orm'
import { isoDayOf } from '@/lib/base/time/days'
import { servicesOf } from '@/lib/casework/assistance/kinds'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import { isCaseworker } from '@/lib/platform/access/roles'
import { type Cursor, markOf, readCursor, writeCursor } from '@/lib/platform/db/keyset'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { type HelpFilter, readHelpFilter } from './filter'

/** One line of help as the list says it: a case's code, never a name. */
export type HelpRow = {
  id: string
  code: string
  restricted: boolean
  service: string
  quantity: number
  unit: string
  reached: number | null
  on: string
  donor: string
  project: string | null
}
type Row = HelpRow & { at: string }

/** What a service comes to: lines, quantity in its own unit; `quantity` as text, since it may be larger than a number is safe. */
export type HelpTotal = { service: string; unit: string; lines: number; quantity: number }
type Named = { id: string; name: string }
type Around = {
  totals: HelpTotal[] | null
  offices: Named[] | null
  projects: (Named & { donor: string })[] | null
}

const pageSize = 25

/** Help that stands in the reach of whoever asks, in one month. Corrected and cancelled lines are in none of it. */
function standing({ actor }: Reading, filter: HelpFilter): SQL {
  const { month, kind, service, donor, project, office } = filter
  const services = kind && servicesOf(kind, []).map(({ code }) => code)
  const among = (list: readonly string[]) => sql`${sql.param(`{${list.join(',')}}`)}::text[]`
  return sql.join(
    [
      sql`a.ended_at is null and a.given_on between ${month.first} and ${month.last} and ${inReachedCase(actor, placeOf('a'))}`,
      ...(service
        ? [sql`a.service = ${service}`]
        : services
          ? [sql`a.service = any(${among(services)})`]
          : []),
      ...(donor ? [sql`a.donor = ${donor}`] : []),
      ...(project ? [sql`a.project_id = ${project}`] : []),
      ...(office ? [sql`a.office_id = ${office}`] : []),
    ],
    sql` and `,
  )
}

/** The list of a month by day, newest first, and what it comes to by service, by the same conditions. Two statements. */
export async function listHelp(reading: Reading, query: Query) {
  const filter = readHelpFilter(query, isoDayOf(reading.actor.now))
  const after = readCursor(one(query, 'after'))
  const around = await aroundOf(reading, filter)
  const found = await pageOf(reading, filter, after)
  const rows = found.slice(0, pageSize)
  const last = found.length > pageSize ? rows.at(-1) : undefined
  const totals = around?.totals ?? []
  const view = {
    filter,
    rows: rows satisfies HelpRow[],
    totals,
    lines: totals.reduce((sum, { lines }) => sum + lines, 0),
    offices: around?.offices ?? [],
    projects: around?.projects ?? [],
    next: last && writeCursor(last),
    first: after === undefined,
  }
  return { view, subject: { type: 'assistance-list', id: filter.month.code }, detail: { count: rows.length } }
}
export type HelpList = Awaited<ReturnType<typeof listHelp>>['view']

async function aroundOf(reading: Reading, filter: HelpFilter): Promise<Around | undefined> {
  const { actor } = reading
  const supervises = !isCaseworker(actor.role)
  const [row] = await reading.tx.execute<Around>(sql`select
    (select json_agg(t) from (select a.service, a.unit, count(*)::int as lines, sum(a.quantity)::float8 as quantity
      from app.assistance a where ${standing(reading, filter)} group by a.service, a.unit order by a.service, a.unit) t) as totals,
    (select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name) from access.offices o
      where ${supervises} and o.id in ${[...actor.offices, '']}) as offices,
    (select json_agg(json_build_object('id', p.id, 'name', p.name, 'donor', p.donor) order by p.donor, p.name) from app.projects p
      where p.from_on <= ${filter.month.last} and coalesce(p.until_on, 'infinity') >= ${filter.month.first}) as projects`)
  return row
}

function pageOf(reading: Reading, filter: HelpFilter, after: Cursor | undefined) {
  const beyond = after?.at
    ? sql`and (a.given_on, a.id) < ((${after.at}::timestamptz at time zone 'UTC')::date, ${after.id}::uuid)`
    : sql``
  return reading.tx.execute<Row>(sql`select a.id, c.code, a.sensitivity = 'S4' as restricted, a.service, a.quantity, a.unit, a.reached,
      a.given_on::text as on, a.donor, p.name as project, ${markOf(sql`a.given_on::timestamp at time zone 'UTC'`)} as at
    from app.assistance a join app.cases c on c.id = a.case_id left join app.projects p on p.id = a.project_id
    where ${standing(reading, filter)} ${beyond} order by a.given_on desc, a.id desc limit ${pageSize + 1}`)
}
