import { isoDayOf } from '@/lib/base/time/days'
import { onPerson } from '@/lib/casework/cases/person-in-reach'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { verb } from '@/lib/platform/gate/verb'
import { answerFits } from './check-answer'
import { consentForm } from './form'
import { recordConsent } from './record-consent'

/** One more answer of the person, outside registration. */
export const addConsent = verb({
  ...onPerson,
  name: 'consent.record',
  form: consentForm,
  page: ({ code }) => `/cases/${code}/consents/new`,
  version: ({ reach }) => reach.record.version,
  apply: async (ctx, { reach, row }, { partner, ...values }) => {
    const { record } = reach
    const wrong = await answerFits(ctx, values, { birthYear: row.birthYear })
    if (Object.keys(wrong).length > 0) return { invalid: wrong }
    const toPartner = values.purpose === 'REFERRAL' || values.purpose === 'TRACING'
    const id = await recordConsent(ctx, record, {
      ...values,
      ...(toPartner ? { partner } : { service: '', facts: [] }),
    })
    const kept = await touchCase(ctx, record, { contactOn: isoDayOf(ctx.actor.now) })
    return kept
      ? {
          location: `/cases/${record.code}/consents?done=consent`,
          id,
          detail: { purpose: values.purpose, answer: values.answer },
        }
      : { conflict: true }
  },
})
