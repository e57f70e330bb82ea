import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { verb } from '@/lib/platform/gate/verb'
import { endNextStep, openTellPerson } from './follow-on'
import { answering, giveAnswer } from './give-answer'
import { bookForm } from './partner-form'

/** The partner gives a new date for a service that was not obtained. */
export const rebookService = verb({
  ...answering('rebook'),
  name: 'referral.rebook',
  form: bookForm,
  page: ({ id }) => `/inbox/${id}/rebook`,
  apply: async (ctx, held, { bookedOn, note }) => {
    const { now } = ctx.actor
    if (bookedOn < isoDayOf(now)) return { invalid: { bookedOn: 'in-past' } }
    if (bookedOn > isoDayOf(daysAfter(now, 366))) return { invalid: { bookedOn: 'too-late' } }
    const set = { expectedOn: bookedOn, outcome: null, settledAt: null }
    const given = await giveAnswer(ctx, held, { verb: 'rebook', set, message: note })
    if (!('location' in given)) return given
    await endNextStep(ctx, held.referral, 'REBOOKED')
    await openTellPerson(ctx, held.referral, bookedOn)
    return given
  },
})
