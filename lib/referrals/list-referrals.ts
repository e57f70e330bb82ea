import { sql } from 'drizzle-orm'
import { one, type Query } from '../read/query'
import type { Reading } from '../read/read'
import type { ReferralState } from './states'

/** Each tab is a set of states; an answer stays to do until something followed it. */
export const tabs = ['finish', 'approval', 'partner', 'answered', 'closed'] as const
export type Tab = (typeof tabs)[number]

export type Listed = {
  id: string
  code: string
  restricted: boolean
  service: string
  partner: string
  priority: string
  state: ReferralState
  sex: string | null
  birthYear: number | null
  since: Date
  dueAt: Date | null
  dueKind: string | null
}

type Row = Omit<Listed, 'since' | 'dueAt'> & { since: string; dueAt: string | null; tab: Tab; counts: Counts }
type Counts = Record<Tab, number>

const pageSize = 25
const tabOf = (text: string | undefined): Tab | undefined => tabs.find((tab) => tab === text)

/** Which tab a row stands in. A refusal of the last 30 days asks for another provider until there is one. */
const tabSql = sql.raw(`case
  when r.state in ('DRAFT', 'RETURNED') then 'finish'
  when r.state in ('PENDING_APPROVAL', 'APPROVED') then 'approval'
  when r.state in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS') then 'partner'
  when r.state in ('INFO_REQUESTED', 'COMPLETED') then 'answered'
  when r.state in ('DECLINED', 'NOT_ACCESSED') and r.last_at > clock.casework_now() - interval '30 days'
    and not exists (select from app.referrals x where x.previous_id = r.id) then 'answered'
  else 'closed' end`)

/** The referrals of this person's cases or offices; a caseworker's tab with work first. Two statements. */
export async function listReferrals(reading: Reading, query: Query) {
  const counts = await countTabs(reading)
  const tab = tabOf(one(query, 'tab')) ?? tabs.find((name) => counts[name] > 0) ?? 'finish'
  const from = Number(one(query, 'from') ?? 0)
  const offset = Number.isSafeInteger(from) && from > 0 && from < 100_000 ? from : 0
  const rows = await pageOf(reading, tab, offset)
  const subject = { type: 'referral-list', id: tab }
  const view = { tab, counts, offset, rows: rows.slice(0, pageSize), more: rows.length > pageSize, pageSize }
  return { view, subject, detail: { count: view.rows.length } }
}
export type ReferralList = Awaited<ReturnType<typeof listReferrals>>['view']

async function countTabs({ tx }: Reading): Promise<Counts> {
  const rows = await tx.execute<{ tab: Tab; count: number }>(sql`
    select tab, count(*)::int as count from (select ${tabSql} as tab from app.referrals r) t group by tab`)
  const counts: Counts = { finish: 0, approval: 0, partner: 0, answered: 0, closed: 0 }
  for (const { tab, count } of rows) counts[tab] = count
  return counts
}

/** One row more than a page shows says that there is another page. */
async function pageOf({ tx }: Reading, tab: Tab, offset: number): Promise<Listed[]> {
  const order =
    tab === 'closed' ? sql`r.last_at desc, r.id` : sql`r.due_at asc nulls last, r.last_at desc, r.id`
  const rows = await tx.execute<Row>(sql`
    select r.id, k.code, r.sensitivity = 'S4' as restricted, r.service, r.partner_code as partner, r.priority, r.state,
      p.sex, p.birth_year as "birthYear", r.due_kind as "dueKind", r.due_at as "dueAt", r.last_at as since
    from app.referrals r join app.cases k on k.id = r.case_id
      join app.people p on p.case_id = r.case_id and p.standing = 'PRINCIPAL'
    where ${tabSql} = ${tab} order by ${order} limit ${pageSize + 1} offset ${offset}`)
  return rows.map((row) => ({
    ...row,
    since: new Date(row.since),
    dueAt: row.dueAt === null ? null : new Date(row.dueAt),
  }))
}
