import { desc, type SQL, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import type { Tx } from '@/lib/platform/db/client'
import { alerts } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type Asked, alertPageSize, paged } from './pages'
import type { OwnAlertState } from './states'

/** What whoever raised an alert may know of it for 30 days; the database shows them nothing else of alerts. */
const mine = sql`app.own_alerts() a`
const own = {
  id: sql<string>`a.id`,
  code: sql<string>`a.code`,
  state: sql<OwnAlertState>`a.state`,
  place: sql<string>`a.flow_point`,
  raisedAt: sql`a.raised_at`.mapWith(alerts.raisedAt),
  officeId: sql<string>`a.office_id`,
}
const select = (tx: Tx, where?: SQL) =>
  tx
    .select({
      ...own,
      at: sql<string>`(a.raised_at at time zone 'UTC')::text`,
      total: sql<number>`(select count(*)::integer from app.own_alerts())`,
    })
    .from(mine)
    .where(where)

/** An enumerator's own alerts, newest first: code, place, time, new or handled; nothing of the person. */
export async function listOwnAlerts({ tx }: Ctx, { after, size = alertPageSize }: Asked = {}) {
  const beyond =
    after && sql`(a.raised_at, a.id) < (${after.at}::timestamp at time zone 'UTC', ${after.id}::uuid)`
  const rows = await select(tx, beyond)
    .orderBy(desc(sql`a.raised_at`), desc(sql`a.id`))
    .limit(size + 1)
  return paged(rows, size)
}

/** How many alerts this person raised since then. */
export async function countOwnAlerts({ tx }: Ctx, since: Date): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::integer` })
    .from(mine)
    .where(sql`a.raised_at >= ${since.toISOString()}::timestamptz`)
  return row?.count ?? 0
}

/** One of them, whichever page of the list it is on. */
export async function findOwnAlert({ tx }: Ctx, id: string) {
  if (!isUuid(id)) return undefined
  const [row] = await select(tx, sql`a.id = ${id}::uuid`)
  return row
}

/** Where this person's last alert was raised: the place a new form begins with. */
export async function lastPlaceOf({ tx }: Ctx): Promise<string | undefined> {
  const [row] = await tx
    .select({ flowPoint: sql<string>`a.flow_point` })
    .from(mine)
    .orderBy(desc(sql`a.raised_at`))
    .limit(1)
  return row?.flowPoint
}
