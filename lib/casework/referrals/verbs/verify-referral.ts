import { checkPlace } from '@/lib/base/addresses/referral-places'
import { startOfDay } from '@/lib/base/time/days'
import { verifications } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { caseKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { judged } from '../sharing/judged'
import { verifyForm } from './forms'
import { moveReferral } from './move-referral'

/** We asked the person: received, satisfied, harmed? The partner's word alone closes nothing. */
export const verifyReferral = verb({
  ...judged('verify'),
  name: 'referral.verify',
  form: verifyForm,
  page: ({ id }) => `/referrals/${id}/verify`,
  apply: async (ctx, { referral }, { note, ...answers }) => {
    const { tx, actor } = ctx
    if (startOfDay(answers.askedOn) > actor.now) return { invalid: { askedOn: 'in-future' } }
    const { id, caseId, officeId, sensitivity } = referral
    const key = await caseKey(tx, { caseId, officeId, sensitivity }, 'TEAM')
    await tx.insert(verifications).values({
      referralId: id,
      ...answers,
      askedBy: actor.userId,
      keyId: key.id,
      note: seal(key, checkPlace(id), note),
    })
    const moved = await moveReferral(ctx, referral, { verb: 'verify', party: 'team' })
    return moved ? { location: `/referrals/${id}?done=verify`, id } : { conflict: true }
  },
})
