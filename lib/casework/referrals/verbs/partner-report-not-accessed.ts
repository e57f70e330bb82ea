import { verb } from '@/lib/platform/gate/verb'
import { openNextStep } from './follow-on'
import { answering, giveAnswer } from './give-answer'
import { notAccessedForm } from './partner-form'

/** The person did not get the service, with the reason as far as the partner knows it. */
export const reportNotAccessed = verb({
  ...answering('report-not-accessed'),
  name: 'referral.report-not-accessed',
  form: notAccessedForm,
  page: ({ id }) => `/inbox/${id}/not-accessed`,
  apply: async (ctx, held, { absence, why }) => {
    const given = await giveAnswer(ctx, held, {
      verb: 'report-not-accessed',
      reason: absence,
      set: { outcome: 'NOT_RECEIVED', settledAt: ctx.actor.now },
      message: why,
    })
    if ('location' in given)
      await openNextStep(ctx, held.referral, { after: 'report-not-accessed', reason: absence })
    return given
  },
})
