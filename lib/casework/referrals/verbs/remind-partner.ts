import { verb } from '@/lib/platform/gate/verb'
import { judged, partyFor } from '../sharing/judged'
import { remindForm } from './forms'
import { moveReferral } from './move-referral'

/** Somebody called or wrote to a silent partner: a fact in the history. No clock starts anew. */
export const remindPartner = verb({
  ...judged('remind'),
  name: 'referral.remind',
  form: remindForm,
  page: ({ id }) => `/referrals/${id}`,
  apply: async (ctx, found) => {
    const { referral } = found
    const party = partyFor({ verb: 'remind' }, ctx.actor, found)
    const set = { dueAt: referral.dueAt, dueKind: referral.dueKind }
    const moved = await moveReferral(ctx, referral, { verb: 'remind', party, set })
    return moved ? { location: `/referrals/${referral.id}?done=remind`, id: referral.id } : { conflict: true }
  },
})
