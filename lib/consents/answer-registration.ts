import { touchCase } from '../cases/touch-case'
import { pageOf } from '../people/next-page'
import { onPerson } from '../people/person-in-reach'
import { isoDayOf } from '../time/days'
import { verb } from '../write/verb'
import { answerFits } from './check-answer'
import { registrationConsentForm } from './form'
import { recordConsent } from './record-consent'

/** The person's two answers at registration: a file of their own, and statistics, as rows of their own. */
export const answerRegistration = verb({
  ...onPerson,
  name: 'case.answer-consent',
  form: registrationConsentForm,
  page: pageOf('consent'),
  version: ({ reach }) => reach.record.version,
  apply: async (ctx, { reach, row }, values) => {
    const { record } = reach
    const wrong = await answerFits(ctx, values, { birthYear: row.birthYear, officeId: record.officeId })
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
