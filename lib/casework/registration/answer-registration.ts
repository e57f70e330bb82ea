import { isoDayOf } from '@/lib/base/time/days'
import { onPerson } from '@/lib/casework/cases/person-in-reach'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { answerFits } from '@/lib/casework/consents/check-answer'
import { registrationConsentForm } from '@/lib/casework/consents/form'
import { recordConsent } from '@/lib/casework/consents/record-consent'
import { verb } from '@/lib/platform/gate/verb'
import { pageOf } from './next-page'

/** The person's two answers at registration: a file of their own, and statistics, as rows of their own. */
export const answerRegistration = verb({
  ...onPerson,
  name: 'case.answer-consent',
  form: registrationConsentForm,
  page: pageOf('consent'),
  version: ({ reach }) => reach.record.version,
  apply: async (ctx, { reach, row }, values) => {
    const { record } = reach
    const wrong = await answerFits(ctx, values, { birthYear: row.birthYear })
    if (Object.keys(wrong).length > 0) return { invalid: wrong }
    const { stats, ...answers } = values
    await recordConsent(ctx, record, { ...answers, purpose: 'CASE_MGMT' })
    await recordConsent(ctx, record, {
      ...answers,
      purpose: 'STATS',
      answer: stats === 'YES' ? 'GIVEN' : 'REFUSED',
    })
    const kept = await touchCase(ctx, record, { contactOn: isoDayOf(ctx.actor.now) })
    const location = `/cases/${record.code}/register${record.state === 'DRAFT' ? '' : '?done=consent'}`
    return kept ? { location, detail: { answer: values.answer, stats } } : { conflict: true }
  },
})
