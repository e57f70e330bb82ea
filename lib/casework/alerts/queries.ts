import { and, asc, desc, eq, gt, inArray, ne } from 'drizzle-orm'
import { daysAfter } from '@/lib/base/time/days'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { alerts, cases, flowPoints, userOffices, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import { type AlertIdentity, identityPlace } from './identity'
import { visibleTo } from './scope'

const listed = {
  id: alerts.id,
  code: alerts.code,
  state: alerts.state,
  place: flowPoints.name,
  raisedAt: alerts.raisedAt,
  urgency: alerts.urgency,
  sex: alerts.sex,
  age: alerts.age,
  ageEstimated: alerts.ageEstimated,
  dueAt: alerts.dueAt,
  triagedAt: alerts.triagedAt,
  vulnerabilities: alerts.vulnerabilities,
}

/** Alerts waiting for this supervisor, most pressing first. No names. */
export const listWaitingAlerts = ({ tx, actor }: Ctx) =>
  tx
    .select(listed)
    .from(alerts)
    .innerJoin(flowPoints, eq(flowPoints.code, alerts.flowPoint))
    .where(and(visibleTo({ actor }), eq(alerts.state, 'NEW')))
    .orderBy(asc(alerts.dueAt), asc(alerts.id))
    .limit(50)

/** Triaged in the last 30 days, newest first. */
export const listTriagedAlerts = ({ tx, actor }: Ctx) =>
  tx
    .select(listed)
    .from(alerts)
    .innerJoin(flowPoints, eq(flowPoints.code, alerts.flowPoint))
    .where(and(visibleTo({ actor }), ne(alerts.state, 'NEW'), gt(alerts.raisedAt, daysAfter(actor.now, -30))))
    .orderBy(desc(alerts.triagedAt), desc(alerts.id))
    .limit(20)

/** An enumerator's own alerts of 30 days: code, place, time and what became of them; nothing of the person. */
export const listOwnAlerts = ({ tx, actor }: Ctx) =>
  tx
    .select({
      id: alerts.id,
      code: alerts.code,
      state: alerts.state,
      place: flowPoints.name,
      raisedAt: alerts.raisedAt,
      officeId: alerts.officeId,
    })
    .from(alerts)
    .innerJoin(flowPoints, eq(flowPoints.code, alerts.flowPoint))
    .where(eq(alerts.raisedBy, actor.userId))
    .orderBy(desc(alerts.raisedAt), desc(alerts.id))
    .limit(100)

export async function findOwnAlert(ctx: Ctx, id: string) {
  return (await listOwnAlerts(ctx)).find((alert) => alert.id === id)
}

/** One alert as its supervisor reads it, with the sealed part opened. */
export async function getAlert(ctx: Ctx, id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  const [row] = await ctx.tx
    .select({ alert: alerts, place: flowPoints.name, caseCode: cases.code })
    .from(alerts)
    .innerJoin(flowPoints, eq(flowPoints.code, alerts.flowPoint))
    .leftJoin(cases, eq(cases.id, alerts.caseId))
    .where(and(eq(alerts.id, id), visibleTo(ctx)))
  if (!row) return undefined
  const key = (await openKeys(ctx.tx, [row.alert.keyId])).get(row.alert.keyId)
  const identity = key ? unsealJson<AlertIdentity>(key, identityPlace(id), row.alert.identity) : undefined
  const { keyId: _, identity: __, ...alert } = row.alert
  return { ...alert, place: row.place, caseCode: row.caseCode, identity }
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

/** The office's open cases a new alert may belong to: codes and plain facts, no names. */
export const listOpenCases = ({ tx }: Ctx, officeId: string) =>
  tx
    .select({ code: cases.code, openedAt: cases.openedAt, risk: cases.risk })
    .from(cases)
    .where(
      and(
        eq(cases.officeId, officeId),
        eq(cases.sensitivity, 'S3'),
        inArray(cases.state, ['DRAFT', 'OPEN', 'ON_HOLD']),
      ),
    )
    .orderBy(desc(cases.openedAt))
    .limit(20)
