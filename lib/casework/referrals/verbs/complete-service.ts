import { isoDayOf } from '@/lib/base/time/days'
import { verb } from '@/lib/platform/gate/verb'
import { answering, giveAnswer } from './give-answer'
import { completeForm } from './partner-form'

/** The service was given, or part of it, on a day between sending and today. */
export const completeService = verb({
  ...answering('complete'),
  name: 'referral.complete',
  form: completeForm,
  page: ({ id }) => `/inbox/${id}/complete`,
  apply: async (ctx, held, { outcome, servedOn, note }) => {
    const { now } = ctx.actor
    if (servedOn > isoDayOf(now)) return { invalid: { servedOn: 'in-future' } }
    if (servedOn < isoDayOf(held.referral.sentAt ?? now)) return { invalid: { servedOn: 'before-sending' } }
    const set = { outcome, outcomeOn: servedOn, settledAt: now }
    return giveAnswer(ctx, held, { verb: 'complete', set, message: note })
  },
})
