import { type SQL, sql } from 'drizzle-orm'
import { parseCode } from '@/lib/casework/numbers/case-code'
import type { Tx } from '@/lib/platform/db/client'

/** One line of the log as it is shown: who, what, about what, how it ended. No narrative, no name of a person helped. */
export type AuditRow = {
  id: number
  at: string
  actor: string | null
  role: string | null
  behalf: string | null
  action: string
  type: string
  object: string
  caseCode: string | null
  outcome: string
  detail: string
}

export type AuditFilter = {
  /** A case code as typed. */
  caseCode?: string | undefined
  actor?: string | undefined
  /** `referral` for all of them, `referral.accept` for one. */
  action?: string | undefined
  outcome?: string | undefined
  /** Rows older than this one. */
  below?: number | undefined
}

export const pageSize = 25

// Audit keeps real time; the demo's screens show it on the demo's calendar.
const row = sql`e.id::float8 as id, u.name as actor, u.role, b.name as behalf, e.action, e.object_type as type,
  e.object_id as object, audit.case_code_of(e.case_id) as "caseCode", e.outcome, e.detail,
  to_char((e.at + i.casework_offset) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`
const from = sql`from audit.events e cross join app.instance i
  left join access.users u on u.id = e.actor_id left join access.users b on b.id = e.on_behalf_of`

/** Newest first, one more than a page shows so that the page knows whether older ones exist. */
export async function listEvents(tx: Tx, filter: AuditFilter): Promise<AuditRow[]> {
  const where = sql.join([sql`true`, ...conditions(filter)], sql` and `)
  const rows = await tx.execute<AuditRow>(
    sql`select ${row} ${from} where ${where} order by e.id desc limit ${pageSize + 1}`,
  )
  return [...rows]
}

function conditions({ caseCode, actor, action, outcome, below }: AuditFilter): SQL[] {
  const found: SQL[] = []
  if (below !== undefined) found.push(sql`e.id < ${below}`)
  if (caseCode !== undefined) {
    const code = parseCode(caseCode) ?? ''
    // A miss has no case: only the code that was asked for.
    found.push(
      sql`(e.case_id = (select audit.case_id_of(${code})) or (e.object_id = ${code} and e.object_type = 'case'))`,
    )
  }
  if (actor !== undefined) found.push(sql`e.actor_id = ${actor}::uuid`)
  if (action !== undefined)
    found.push(action.includes('.') ? sql`e.action = ${action}` : sql`starts_with(e.action, ${`${action}.`})`)
  if (outcome !== undefined) found.push(sql`e.outcome = ${outcome}`)
  return found
}

/** What somebody should look at: refusals, misses and files that left, newest first. */
export async function notable(tx: Tx, most: number): Promise<AuditRow[]> {
  const rows = await tx.execute<AuditRow>(sql`select ${row} ${from}
    where e.at > now() - interval '30 days' and (e.outcome in ('refused', 'missing') or e.action = 'statistics.export')
    order by e.id desc limit ${most}`)
  return [...rows]
}

/** Everybody with an account, for the filter: whoever acted by a link is found by the action, not among people. */
export async function listActors(tx: Tx): Promise<{ id: string; name: string; role: string }[]> {
  const rows = await tx.execute<{ id: string; name: string; role: string }>(
    sql`select u.id, u.name, u.role from access.users u where not u.by_link order by u.name, u.id`,
  )
  return [...rows]
}
