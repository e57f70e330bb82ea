import { verb } from '@/lib/platform/gate/verb'
import { judged } from '../sharing/judged'
import { endFollowOn, openPromised } from './follow-on'
import { unservedForm } from './forms'
import { moveReferral } from './move-referral'

/** Nothing more comes of it: why, and what follows for the person. The partner stops reading names. */
export const closeUnserved = verb({
  ...judged('close-unserved'),
  name: 'referral.close-unserved',
  form: unservedForm,
  page: ({ id }) => `/referrals/${id}/close-unserved`,
  apply: async (ctx, { referral }, { unservedReason: reason, follow }) => {
    const set = { unservedFollow: follow }
    const moved = await moveReferral(ctx, referral, { verb: 'close-unserved', party: 'team', reason, set })
    if (!moved) return { conflict: true }
    await endFollowOn(ctx, referral, follow)
    if (follow !== 'NOTHING_WANTED') await openPromised(ctx, referral, follow)
    return { location: `/referrals/${referral.id}?done=close-unserved`, id: referral.id }
  },
})
