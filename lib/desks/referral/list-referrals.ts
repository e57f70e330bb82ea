import { sql } from 'drizzle-orm'
import { UUID } from '@/lib/base/forms/uuid'
import { startOfDay } from '@/lib/base/time/days'
import type { ReferralState } from '@/lib/casework/referrals/machine/states'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** The mark of a page: the instant and the id it ends with. */
const PAGE_MARK = new RegExp(String.raw`^(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z)_(${UUID})$`)

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
  sex: string
  birthYear: number | null
  since: Date
  dueAt: Date | null
  dueKind: string | null
}

type Row = Omit<Listed, 'since' | 'dueAt'> & { since: string; dueAt: string | null }
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
  const after = keyOf(one(query, 'after'))
  const found = await pageOf(reading, tab, after)
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  const subject = { type: 'referral-list', id: tab }
  const next = found.length > pageSize && last ? `${orderOf(tab, last).toISOString()}_${last.id}` : undefined
  const view = { tab, counts, rows, next, first: after === undefined }
  return { view, subject, detail: { count: rows.length } }
}

/** What a tab is ordered by: closed ones by what happened last, the others by what is due first. */
const orderOf = (tab: Tab, row: Pick<Listed, 'since' | 'dueAt'>): Date =>
  tab === 'closed' ? row.since : (row.dueAt ?? never)
/** Stands for "not due" so that such rows come last and still have a place to page from. */
const never = startOfDay('9999-12-31')

type Key = { at: string; id: string }

/** The last row of the page before, as the link carries it; nothing for anything else. */
function keyOf(text: string | undefined): Key | undefined {
  const parts = PAGE_MARK.exec(text ?? '')
  return parts?.[1] && parts[2] && !Number.isNaN(Date.parse(parts[1]))
    ? { at: parts[1], id: parts[2] }
    : undefined
}

async function countTabs({ tx }: Reading): Promise<Counts> {
  const rows = await tx.execute<{ tab: Tab; count: number }>(sql`
    select tab, count(*)::int as count from (select ${tabSql} as tab from app.referrals r) t group by tab`)
  const counts: Counts = { finish: 0, approval: 0, partner: 0, answered: 0, closed: 0 }
  for (const { tab, count } of rows) counts[tab] = count
  return counts
}

/** One row more than a page shows says that there is another page. Milliseconds, as the link carries them. */
async function pageOf({ tx }: Reading, tab: Tab, after: Key | undefined): Promise<Listed[]> {
  const order = sql.raw(
    tab === 'closed'
      ? `date_trunc('milliseconds', r.last_at)`
      : `coalesce(date_trunc('milliseconds', r.due_at), '9999-12-31Z')`,
  )
  const down = tab === 'closed'
  const beyond = after
    ? down
      ? sql`and (${order}, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
      : sql`and (${order}, r.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``
  const direction = sql.raw(down ? 'desc' : 'asc')
  const rows = await tx.execute<Row>(sql`
    select r.id, k.code, r.sensitivity = 'S4' as restricted, r.service, r.partner_code as partner, r.priority, r.state,
      p.sex, p.birth_year as "birthYear", r.due_kind as "dueKind", r.due_at as "dueAt", r.last_at as since
    from app.referrals r join app.cases k on k.id = r.case_id
      join app.people p on p.case_id = r.case_id and p.standing = 'PRINCIPAL'
    where ${tabSql} = ${tab} ${beyond} order by ${order} ${direction}, r.id ${direction} limit ${pageSize + 1}`)
  return rows.map((row) => ({
    ...row,
    since: new Date(row.since),
    dueAt: row.dueAt === null ? null : new Date(row.dueAt),
  }))
}
