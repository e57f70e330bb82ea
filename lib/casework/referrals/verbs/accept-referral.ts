import { translator } from '@/lib/base/i18n/translate'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { verb } from '@/lib/platform/gate/verb'
import { openTellPerson } from './follow-on'
import { answering, giveAnswer } from './give-answer'
import { acceptForm } from './partner-form'

/** Yes: from here on the second slip opens. */
export const acceptReferral = verb({
  ...answering('accept'),
  name: 'referral.accept',
  form: acceptForm,
  page: ({ id }) => `/inbox/${id}/accept`,
  apply: async (ctx, held, { expectedOn, where, note }) => {
    const { now } = ctx.actor
    if (expectedOn !== '' && expectedOn < isoDayOf(now)) return { invalid: { expectedOn: 'in-past' } }
    if (expectedOn > isoDayOf(daysAfter(now, 366))) return { invalid: { expectedOn: 'too-late' } }
    const set = { answeredAt: now, expectedOn: expectedOn === '' ? null : expectedOn }
    // Where is said in words, sealed like every word of an agency: it may tell more than a directory does.
    const place = where === '' ? '' : translator(ctx.actor.locale)('inbox.where.said', { where })
    const message = [place, note].filter((line) => line !== '').join('\n')
    const given = await giveAnswer(ctx, held, { verb: 'accept', set, message })
    if ('location' in given) await openTellPerson(ctx, held.referral, expectedOn)
    return given
  },
})
