import { queueAfter, rowPage } from '@/lib/casework/tasks/queue-place'
import { verb } from '@/lib/platform/gate/verb'
import { decision, partyOf } from './decide-referral'
import { reviewForm } from './decision-form'
import { moveReferral } from './move-referral'

/** A supervisor reads an emergency after it left and says whether it was justified: a fact, not a state. */
export const reviewEmergency = verb({
  ...decision('review'),
  name: 'referral.review',
  form: reviewForm,
  page: ({ id }, { kind }) => rowPage(id, 'review', kind),
  apply: async (ctx, found, { verdict, kind }) => {
    const { referral } = found
    const set = { reviewedBy: ctx.actor.userId, reviewedAt: ctx.actor.now, reviewVerdict: verdict }
    const moved = await moveReferral(ctx, referral, {
      verb: 'review',
      party: partyOf('review', ctx.actor, found),
      set,
    })
    return moved
      ? { location: queueAfter(kind, `reviewed=${referral.id}`), id: referral.id }
      : { conflict: true }
  },
})
