import { verb } from '@/lib/platform/gate/verb'
import { judged } from '../sharing/judged'
import { tellForm } from './forms'
import { moveReferral } from './move-referral'

/** The reason to wait is over: the partner reads "not confirmed" from here on and may answer. */
export const tellPartner = verb({
  ...judged('tell-partner'),
  name: 'referral.tell-partner',
  form: tellForm,
  page: ({ id }) => `/referrals/${id}`,
  apply: async (ctx, { referral }) => {
    const { dueAt, dueKind } = referral
    const set = { untold: null, dueAt, dueKind }
    const moved = await moveReferral(ctx, referral, { verb: 'tell-partner', party: 'team', set })
    return moved
      ? { location: `/referrals/${referral.id}?done=tell-partner`, id: referral.id }
      : { conflict: true }
  },
})
