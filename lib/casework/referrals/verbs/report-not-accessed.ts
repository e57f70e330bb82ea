import { verb } from '@/lib/platform/gate/verb'
import { judged } from '../sharing/judged'
import { openNextStep } from './follow-on'
import { notAccessedForm } from './forms'
import { moveReferral } from './move-referral'
import { writeComment } from './write-comment'

/** The team learnt that the person did not get the service, and why. */
export const reportNotAccessed = verb({
  ...judged('report-not-accessed'),
  name: 'referral.report-not-accessed',
  form: notAccessedForm,
  page: ({ id }) => `/referrals/${id}/not-accessed`,
  apply: async (ctx, { referral }, { notAccessedReason: reason, comment }) => {
    const set = { settledAt: ctx.actor.now, outcome: 'NOT_RECEIVED' }
    const moved = await moveReferral(ctx, referral, {
      verb: 'report-not-accessed',
      party: 'team',
      reason,
      set,
    })
    if (!moved) return { conflict: true }
    await writeComment(ctx, referral, comment)
    await openNextStep(ctx, referral, { after: 'report-not-accessed', reason })
    return { location: `/referrals/${referral.id}?done=report-not-accessed`, id: referral.id }
  },
})
