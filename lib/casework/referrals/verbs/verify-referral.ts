import { checkPlace } from '@/lib/base/addresses/referral-places'
import { startOfDay } from '@/lib/base/time/days'
import { verifications } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { caseKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { isHarm } from '../harm/kinds'
import { reportToSupervisors } from '../harm/report'
import type { ReferralRow } from '../reach/scope'
import { locked, verdictOf } from '../sharing/judged'
import { endFollowOn, openNotConfirmed } from './follow-on'
import { verifyForm } from './forms'
import { moveReferral } from './move-referral'

/**
 * We asked the person: received, satisfied, harmed? "Yes" and "partly" verify. A "no" to what the partner reported
 * contests and never becomes confirmed. The partner's word alone closes nothing. Harm changes neither: it is heard by
 * the supervisors.
 */
export const verifyReferral = verb({
  ...locked,
  name: 'referral.verify',
  form: verifyForm,
  page: ({ id }) => `/referrals/${id}/verify`,
  policy: (actor, found) => verdictOf({ verb: 'verify' }, actor, found),
  apply: async (ctx, { referral }, values) => {
    const { id } = referral
    const { received, harm, harmWords, askedOn } = values
    if (startOfDay(askedOn) > ctx.actor.now) return { invalid: { askedOn: 'in-future' } }
    const no = received === 'NO'
    // A second "no" moves nothing: what follows is another service, direct help, or the end.
    if (no && referral.state !== 'COMPLETED') return { invalid: { received: 'still-no' } }
    await writeAnswer(ctx, referral, values)
    if (isHarm(harm)) await reportToSupervisors(ctx, referral, { kind: harm, words: harmWords })
    const verb = no ? ('contest' as const) : ('verify' as const)
    const set = no ? { untold: values.untold || null } : {}
    if (!(await moveReferral(ctx, referral, { verb, party: 'team', set }))) return { conflict: true }
    if (no) await openNotConfirmed(ctx, referral)
    else await endFollowOn(ctx, referral, 'VERIFIED')
    return { location: `/referrals/${id}?done=${verb}`, id, detail: { said: verb } }
  },
})

type Values = { received: string; satisfied: string; wanted: string; askedOn: string; note: string }

async function writeAnswer({ tx, actor }: Ctx, referral: ReferralRow, values: Values): Promise<void> {
  const { id, caseId, officeId, sensitivity } = referral
  const key = await caseKey(tx, { caseId, officeId, sensitivity }, 'TEAM')
  await tx.insert(verifications).values({
    referralId: id,
    received: values.received,
    satisfied: values.satisfied || 'NOT_SAID',
    wanted: values.wanted || null,
    askedOn: values.askedOn,
    askedBy: actor.userId,
    keyId: key.id,
    note: seal(key, checkPlace(id), values.note),
  })
}
