import { and, asc, desc, eq, gt, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { COUNTED_TO } from '@/lib/base/text/counted'
import { daysAfter } from '@/lib/base/time/days'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { alerts, cases, userOffices, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import { type AlertIdentity, identityPlace } from './identity'
import { type Asked, alertPageSize, paged } from './pages'
import { type Referred, referredPlace } from './referred'
import { within } from './within'

/** Where it comes from: a flow point, or the agency that referred the person; a page says it in its reader's language. */
export const whence = sql<string>`coalesce(${alerts.flowPoint}, ${alerts.agency})`

const listed = {
  id: alerts.id,
  code: alerts.code,
  state: alerts.state,
  place: whence,
  raisedAt: alerts.raisedAt,
  urgency: alerts.urgency,
  sex: alerts.sex,
  age: alerts.age,
  ageEstimated: alerts.ageEstimated,
  dueAt: alerts.dueAt,
  triagedAt: alerts.triagedAt,
  vulnerabilities: alerts.vulnerabilities,
}

/** Alerts waiting for this supervisor, most pressing first, and how many they are. No names. */
export async function listWaitingAlerts({ tx, actor }: Ctx, { after, size = alertPageSize }: Asked = {}) {
  const mine = and(within(actor), eq(alerts.state, 'NEW'))
  const beyond =
    after &&
    sql`(coalesce(${alerts.dueAt}, 'infinity'), ${alerts.id}) > (${after.at}::timestamp at time zone 'UTC', ${after.id}::uuid)`
  const rows = await tx
    .select({
      ...listed,
      at: sql<string>`(coalesce(${alerts.dueAt}, 'infinity') at time zone 'UTC')::text`,
      total: totalOf(mine),
    })
    .from(alerts)
    .where(and(mine, beyond))
    .orderBy(sql`coalesce(${alerts.dueAt}, 'infinity')`, asc(alerts.id))
    .limit(size + 1)
  return paged(rows, size)
}

/** Triaged in the last 30 days, newest first. */
export async function listTriagedAlerts({ tx, actor }: Ctx, { after, size = alertPageSize }: Asked = {}) {
  const mine = and(within(actor), ne(alerts.state, 'NEW'), gt(alerts.raisedAt, daysAfter(actor.now, -30)))
  const beyond =
    after &&
    sql`(${alerts.triagedAt}, ${alerts.id}) < (${after.at}::timestamp at time zone 'UTC', ${after.id}::uuid)`
  const rows = await tx
    .select({
      ...listed,
      at: sql<string>`(${alerts.triagedAt} at time zone 'UTC')::text`,
      total: totalOf(mine),
    })
    .from(alerts)
    .where(and(mine, beyond))
    .orderBy(desc(alerts.triagedAt), desc(alerts.id))
    .limit(size + 1)
  return paged(rows, size)
}

/** Counted beside the rows and before the page is cut. */
const totalOf = (where: SQL | undefined) =>
  sql<number>`(select count(*)::integer from (select from ${alerts} where ${where ?? sql`true`} limit ${sql.raw(String(COUNTED_TO))}) counted)`

/** What the agency was told, and when. */
export type Told = { says: 'RECEIVED' | 'OPENED' | 'REFUSED'; way: 'PHONE' | 'PAPER'; at: string; by: string }
const told = sql<
  Told[] | null
>`(select json_agg(json_build_object('says', n.says, 'way', n.way, 'at', n.at, 'by', u.name) order by n.id)
  from app.inbound_answers n join access.users u on u.id = n.by_id where n.alert_id = ${alerts.id})`

const phone = sql<string | null>`(select p.phone from app.partners p where p.code = ${alerts.agency})`

/** One alert as its supervisor reads it, with the sealed part opened. */
export async function getAlert(ctx: Ctx, id: string) {
  if (!isUuid(id)) return undefined
  const [row] = await ctx.tx
    .select({ alert: alerts, place: whence, caseCode: cases.code, told, phone })
    .from(alerts)
    .leftJoin(cases, eq(cases.id, alerts.caseId))
    .where(and(eq(alerts.id, id), within(ctx.actor)))
  if (!row) return undefined
  const key = (await openKeys(ctx.tx, [row.alert.keyId])).get(row.alert.keyId)
  const identity = key ? unsealJson<AlertIdentity>(key, identityPlace(id), row.alert.identity) : undefined
  const { keyId: _, identity: __, referral, ...alert } = row.alert
  const referred = key && referral ? unsealJson<Referred>(key, referredPlace(id), referral) : undefined
  return {
    ...alert,
    place: row.place,
    caseCode: row.caseCode,
    told: row.told ?? [],
    agencyPhone: row.phone,
    identity,
    referred,
  }
}
export type AlertView = NonNullable<Awaited<ReturnType<typeof getAlert>>>

/** Who may lead a case of this office. */
export const listCaseworkers = ({ tx }: Ctx, officeId: string) =>
  tx
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .innerJoin(userOffices, eq(userOffices.userId, users.id))
    .where(
      and(
        eq(userOffices.officeId, officeId),
        eq(users.active, true),
        inArray(users.role, [...caseworkerRoles]),
      ),
    )
    .orderBy(asc(users.role), asc(users.name))
