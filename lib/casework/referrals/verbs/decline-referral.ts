import { verb } from '@/lib/platform/gate/verb'
import { openNextStep } from './follow-on'
import { answering, giveAnswer } from './give-answer'
import { declineForm } from './partner-form'

/** No, with a coded reason; the second slip never opens and the first closes with this transaction. */
export const declineReferral = verb({
  ...answering('decline'),
  name: 'referral.decline',
  form: declineForm,
  page: ({ id }) => `/inbox/${id}/decline`,
  apply: async (ctx, held, { decline, why }) => {
    const given = await giveAnswer(ctx, held, {
      verb: 'decline',
      reason: decline,
      set: { answeredAt: ctx.actor.now },
      message: why,
    })
    if ('location' in given) await openNextStep(ctx, held.referral, { after: 'decline', reason: decline })
    return given
  },
})
