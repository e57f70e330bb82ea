import { isoDayOf } from '@/lib/base/time/days'
import { onPerson, writePerson } from '@/lib/casework/cases/person-in-reach'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { birthOf } from '@/lib/casework/people/birth'
import type { Identity } from '@/lib/casework/people/identity'
import { verb } from '@/lib/platform/gate/verb'
import { auditedByCode, dropDraft } from './drop-draft'
import { registrationConsentForm } from './form'
import { afterPage, pageOf } from './next-page'
import { unexplained } from './register-walk-in'
import { answersDoubts, writeAnswers } from './write-answers'

/**
 * The first page of a draft that an alert began. A yes is kept with what it was judged by; a no ends the draft: the row
 * goes, one line in the count stays. Once the case is open, a no is said on its consent page, where all that follows is.
 */
export const answerRegistration = verb({
  ...onPerson,
  name: 'case.answer-consent',
  form: registrationConsentForm,
  page: pageOf('consent'),
  version: ({ reach }) => reach.record.version,
  audit: ({ code = '' }, found) => auditedByCode(code, found?.reach.record),
  doubts: ({ actor }, { reach, row, identity }, answers) =>
    answersDoubts(answers, {
      birth: birthOf({ ...row, identity }),
      day: isoDayOf(actor.now),
      restricted: reach.record.sensitivity === 'S4',
    }),
  apply: async (ctx, found, { safeContact, withholdFrom, ...answers }) => {
    const { reach, row, identity } = found
    const { record } = reach
    if (answers.answer === 'REFUSED') {
      if (record.state !== 'DRAFT') return { invalid: { answer: 'on-consents' } }
      return dropDraft(ctx, record)
    }
    const owner = { caseId: record.id, officeId: record.officeId, sensitivity: record.sensitivity }
    const birth = birthOf({ ...row, identity })
    const written = await writeAnswers(ctx, owner, { ...answers, birth })
    if ('invalid' in written) return written
    const safe = { ...(safeContact && { safeContact }) }
    const withholds = withholdsAfter(identity, withholdFrom)
    const changed = safe.safeContact !== undefined || withholds !== identity.withholds
    if (changed && !(await writePerson(ctx, found, { plain: safe, sealed: { withholds } })))
      return { conflict: true }
    const kept = await touchCase(ctx, record, { contactOn: isoDayOf(ctx.actor.now) })
    const location =
      record.state === 'DRAFT'
        ? afterPage(record.code, record.state, 'consent')
        : `/cases/${record.code}/register?done=consent`
    const { answer, stats } = answers
    return kept ? { location, detail: { answer, stats, waits: written.waits } } : { conflict: true }
  },
})

/** Whom the person named here joins those they named before; nobody is taken off on a page that asks for the yes. PURE. */
function withholdsAfter({ withholds }: Identity, named: readonly string[]): Identity['withholds'] {
  const more = named.filter((from) => !withholds.some((one) => one.from === from))
  return more.length === 0 ? withholds : [...withholds, ...unexplained(more)]
}
