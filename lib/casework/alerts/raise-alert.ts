import { randomBytes, randomUUID } from 'node:crypto'
import { startOfDay } from '@/lib/base/time/days'
import { alertCode } from '@/lib/casework/numbers/alert-code'
import { keepAlertTokens } from '@/lib/casework/tokens/keep-tokens'
import { alerts } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { createKey } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { triageDueAt } from './due'
import { alertForm } from './form'
import { type AlertIdentity, identityPlace, knownOfAlert } from './identity'
import { mayRaise } from './policy'
import { flowPointOf } from './scope'

/** A displacement-tracking agent reports somebody in distress. The office comes from the flow point's table. */
export const raiseAlert = verb({
  name: 'alert.raise',
  session: 'staff',
  roles: ['DTM_ENUM'],
  form: alertForm,
  page: () => '/alerts/new',
  scope: (ctx, _, values) => flowPointOf(ctx, values.flowPoint),
  policy: (actor) => mayRaise(actor),
  audit: () => ({ type: 'alert', id: '' }),
  apply: async ({ tx, actor }, place, values) => {
    const late = startOfDay(values.seenOn) > actor.now
    const early = actor.now.getTime() - startOfDay(values.seenOn).getTime() > 30 * 86_400_000
    if (late || early) return { invalid: { seenOn: late ? 'in-future' : 'too-early' } }
    const id = randomUUID()
    const key = await createKey(tx, { scope: 'ALERT', alertId: id, officeId: place.officeId })
    const identity: AlertIdentity = {
      given: values.given,
      family: values.family,
      safeContact: values.safeContact,
    }
    await tx.insert(alerts).values({
      id,
      code: alertCode(randomBytes(6)),
      flowPoint: place.code,
      officeId: place.officeId,
      raisedBy: actor.userId,
      seenOn: values.seenOn,
      urgency: values.urgency,
      sex: values.sex,
      age: values.age,
      ageEstimated: values.ageEstimated,
      nationality: values.nationality,
      vulnerabilities: values.vulnerabilities,
      contactAgreed: values.contactAgreed,
      dueAt: triageDueAt(values.urgency, actor.now),
      keyId: key.id,
      identity: sealJson(key, identityPlace(id), identity),
    })
    await keepAlertTokens({ tx }, { id, known: knownOfAlert(identity) })
    return {
      location: values.another ? `/alerts/new?sent=${id}` : `/alerts/${id}?sent=1`,
      id,
      detail: { alert: id },
    }
  },
})
