import { and, eq, inArray } from 'drizzle-orm'
import { isUnsaid } from '@/lib/base/codes/codes'
import { openCaseForm } from '@/lib/casework/alerts/form'
import { heldAlert } from '@/lib/casework/alerts/held-alert'
import { type AlertIdentity, identityPlace } from '@/lib/casework/alerts/identity'
import { overtakenAlert } from '@/lib/casework/alerts/overtaken'
import { mayTriage } from '@/lib/casework/alerts/policy'
import { flowPointOf, lockAlert } from '@/lib/casework/alerts/scope'
import { settleAlert } from '@/lib/casework/alerts/settle-alert'
import type { AlertState } from '@/lib/casework/alerts/states'
import { noIdentity } from '@/lib/casework/people/identity'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { type alerts, userOffices, users } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import { openCase } from './open-case'

type AlertRow = typeof alerts.$inferSelect

/** The supervisor decides that this is a case, and who leads it. */
export const openCaseFromAlert = verb({
  name: 'alert.open-case',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: openCaseForm,
  page: ({ id }) => `/alerts/${id}/open`,
  scope: (ctx, { id }) => lockAlert(ctx, id),
  policy: (actor, alert) => mayTriage(actor, { officeId: alert.officeId, state: alert.state as AlertState }),
  held: (ctx, alert) => heldAlert(ctx, alert),
  overtaken: overtakenAlert,
  version: (alert) => alert.version,
  audit: ({ id = '' }, alert) => ({ type: 'alert', id, caseId: alert?.caseId ?? null }),
  apply: async (ctx, alert, { lead }) => {
    if (!(await isCaseworkerOf(ctx, lead, alert.officeId))) return { invalid: { lead: 'not-a-code' } }
    const place = alert.flowPoint === null ? undefined : await flowPointOf(ctx, alert.flowPoint)
    const opened = await openCase(ctx, {
      officeId: alert.officeId,
      leadId: lead,
      source: alert.source,
      flowPoint: alert.flowPoint,
      cercle: place?.cercle ?? alert.cercle ?? '',
      alertId: alert.id,
      askedAt: alert.raisedAt,
      doNotContact: alert.contactAgreed === 'NO',
      person: await personOf(ctx, alert),
    })
    const moved = await settleAlert(ctx, alert, { state: 'CASE_OPENED', caseId: opened.id })
    return moved
      ? { location: `/cases/${opened.code}?opened=1`, id: opened.code, detail: { case: opened.id } }
      : { conflict: true }
  },
})

async function isCaseworkerOf({ tx }: Ctx, userId: string, officeId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: users.id })
    .from(users)
    .innerJoin(userOffices, eq(userOffices.userId, users.id))
    .where(
      and(
        eq(users.id, userId),
        eq(users.active, true),
        inArray(users.role, [...caseworkerRoles]),
        eq(userOffices.officeId, officeId),
      ),
    )
  return row !== undefined
}

/** The alert's facts, opened with its key and ready to be sealed anew with the case's. */
async function personOf({ tx, actor }: Ctx, alert: AlertRow) {
  const key = (await openKeys(tx, [alert.keyId])).get(alert.keyId)
  if (!key) throw new Error('alert key out of reach')
  const known = unsealJson<AlertIdentity>(key, identityPlace(alert.id), alert.identity)
  return {
    sex: alert.sex,
    birthYear: actor.now.getUTCFullYear() - alert.age,
    ageBasis: alert.ageEstimated ? 'ESTIMATE' : 'STATED',
    nationalities: isUnsaid(alert.nationality) ? [] : [alert.nationality],
    identity: { ...noIdentity, given: known.given, family: known.family, contactDetail: known.safeContact },
  }
}
