import { type SQL, sql } from 'drizzle-orm'
import { COUNTED_TO } from '@/lib/base/text/counted'
import type { ReferralState } from '@/lib/casework/referrals/machine/states'
import { isLive } from '@/lib/casework/referrals/reach/state-lists'
import { supervised } from '@/lib/casework/staff/reach'
import { referralDue } from '@/lib/desks/work/duties'
import {
  type Cursor,
  type Keyed,
  markOf,
  rangesBeyond,
  readCursor,
  writeCursor,
} from '@/lib/platform/db/keyset'
import { ofOffices } from '@/lib/platform/db/offices'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { slicesOf, type Tab, tabs } from './tabs'

export type Listed = {
  id: string
  code: string
  restricted: boolean
  service: string
  partner: string
  priority: string
  state: ReferralState
  sex: string
  birthYear: number | null
  since: Date
  dueAt: Date | null
  dueKind: string | null
}

type Row = Omit<Listed, 'since' | 'dueAt'> & { since: string; dueAt: string | null; at: string | null }
type Counts = Record<Tab, number>

const pageSize = 25

const tabOf = (text: string | undefined): Tab | undefined => tabs.find((tab) => tab === text)

/** The referrals of this person's cases or offices; a caseworker's tab with work first. Two statements. */
export async function listReferrals(reading: Reading, query: Query) {
  const counts = await countTabs(reading)
  const tab = tabOf(one(query, 'tab')) ?? tabs.find((name) => counts[name] > 0) ?? 'finish'
  const after = readCursor(one(query, 'after'))
  const found = await pageOf(reading, tab, after)
  const rows = found.slice(0, pageSize)
  const last = found[pageSize - 1]
  const next = found.length > pageSize && last ? writeCursor(last) : undefined
  const view = { tab, counts, rows, next, first: after === undefined }
  return { view, subject: { type: 'referral-list', id: tab }, detail: { count: rows.length } }
}

const nothing = sql``

/**
 * The referrals of one's own cases, read once a statement: those under way, and a caseworker's that are over. A
 * supervisor's offices are scanned apart. Row security says the same on its own.
 */
function ownRows(reading: Reading): SQL {
  const supervises = reading.actor.role === 'SUPERVISOR'
  const strayed = sql`r.office_id <> all(${supervised(reading.actor)})`
  const of = (
    live: boolean,
    more: SQL,
  ) => sql`as materialized (select r.id, r.state, r.due_at, r.last_at from app.referrals r
    where r.case_id = any(array(select access.my_case_ids())) and ${isLive(live)} ${more})`
  if (!supervises) return sql`own_live ${of(true, nothing)}, own_over ${of(false, nothing)}`
  // Restricted ones that are over are passed in their order instead.
  return sql`own_live ${of(true, sql`and (r.sensitivity = 'S4' or ${strayed})`)},
    own_over ${of(false, sql`and r.sensitivity = 'S3' and ${strayed}`)}`
}

type Wanted = { key: SQL; by: SQL; range: SQL; most: number }

/** Every scan of a tab: each state of each office on its own, so that it can stop when a page is full; one's own beside. */
function partsOf(reading: Reading, tab: Tab, { key, by, range, most }: Wanted): SQL[] {
  const all = by === nothing ? String(most) : 'all'
  return slicesOf(tab).flatMap(({ states, live, holds }) => {
    const among = sql`${sql.param(`{${states.join(',')}}`)}::text[]`
    const each = sql`unnest(${among}) as s(state)`
    const rows = (
      reach: SQL,
    ) => sql`select r.id, ${key} as at from app.referrals r where ${reach} and r.state = s.state
      and ${isLive(live)} ${holds} ${range} ${by} limit ${most}`
    const own = sql`(select r.id, ${key} as at from ${sql.raw(live ? 'own_live' : 'own_over')} r
      where r.state = any(${among}) ${holds} ${range} limit ${sql.raw(all)})`
    if (reading.actor.role !== 'SUPERVISOR') return [own]
    const offices = ofOffices(
      reading,
      (held) => rows(sql`r.office_id ${held} and r.sensitivity = 'S3'`),
      each,
    )
    const restricted = sql`(select hit.* from ${each} cross join lateral (${rows(named)}) hit limit ${sql.raw(all)})`
    return [
      sql`(select part.* from ${offices} part limit ${sql.raw(all)})`,
      own,
      ...(live ? [] : [restricted]),
    ]
  })
}

/** Restricted ones that are over become many with the years: they are passed in their order until a page is full. */
const named = sql`r.sensitivity = 'S4' and array_position(array(select access.my_case_ids()), r.case_id) is not null`

async function countTabs(reading: Reading): Promise<Counts> {
  const each = tabs.map((tab) => {
    const parts = partsOf(reading, tab, {
      key: sql`null::timestamptz`,
      by: nothing,
      range: sql``,
      most: COUNTED_TO,
    })
    return sql`(select count(*) from (select 1 from (${sql.join(parts, sql` union all `)}) part limit ${COUNTED_TO}) counted)::int as ${sql.identifier(tab)}`
  })
  const [row] = await reading.tx.execute<Counts>(
    sql`with ${ownRows(reading)} select ${sql.join(each, sql`, `)}`,
  )
  return row ?? { finish: 0, approval: 0, partner: 0, answered: 0, closed: 0 }
}

/** Closed ones by what happened last, the others by what is due first. */
const orderOf = (tab: Tab) =>
  tab === 'closed'
    ? {
        key: sql`r.last_at`,
        by: sql`order by r.last_at desc, r.id desc`,
        last: sql`at desc, id desc`,
        way: '<' as const,
      }
    : { key: sql`r.due_at`, by: sql`order by r.due_at, r.id`, last: sql`at, id`, way: '>' as const }

/** One page in the order of the tab, and one row more that says that there is another page. */
async function pageOf(reading: Reading, tab: Tab, after: Cursor | undefined): Promise<(Listed & Keyed)[]> {
  const { key, by, last, way } = orderOf(tab)
  const parts = rangesBeyond(after, { key, id: sql`r.id`, way }).flatMap((range) =>
    partsOf(reading, tab, { key, by, range, most: pageSize + 1 }),
  )
  const rows = await reading.tx.execute<Row>(sql`
    with ${ownRows(reading)}, page as materialized (select id, at from (${sql.join(parts, sql` union `)}) merged
      order by ${last} limit ${pageSize + 1})
    select r.id, k.code, r.sensitivity = 'S4' as restricted, r.service, r.partner_code as partner, r.priority, r.state,
      p.sex, p.birth_year as "birthYear", r.due_kind as "dueKind", ${referralDue} as "dueAt", r.last_at as since,
      ${markOf(sql`page.at`)} as at
    from page join app.referrals r on r.id = page.id join app.cases k on k.id = r.case_id
      join app.people p on p.case_id = r.case_id and p.standing = 'PRINCIPAL'
    order by ${sql.raw(tab === 'closed' ? 'page.at desc, page.id desc' : 'page.at, page.id')}`)
  return rows.map((row) => ({
    ...row,
    since: new Date(row.since),
    dueAt: row.dueAt === null ? null : new Date(row.dueAt),
  }))
}
