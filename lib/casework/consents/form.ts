import { carried, choice, choices, longText, text } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { maybeUuid } from '@/lib/base/forms/uuid'
import { maybeCode } from '@/lib/casework/people/form'
import { FACT_KEYS, type FactKey } from './facts'

/** Answers a person can give; EXPIRED and WITHDRAWN are what becomes of them. */
const answers = ['GIVEN', 'ASSENT', 'REFUSED', 'NOT_POSSIBLE'] as const
export type Answer = (typeof answers)[number]

const asked = {
  answer: choice(answers),
  // Asked for a yes only, so neither required nor optional: `answerErrors` says when.
  giver: {
    ...maybeCode('consent_giver', { as: 'radio', among: ['SELF', 'PARENT', 'GUARDIAN', 'INTERPRETER'] }),
    optional: false,
  },
  mode: { ...maybeCode('consent_mode', { as: 'radio' }), optional: false },
  language: maybeCode('language'),
  witness: text({ max: 120, optional: true }),
  secondPerson: carried(maybeUuid()),
}

type Asked = { answer: Answer; giver: string; mode: string; witness: string; secondPerson: string }

/** What each answer needs besides itself. A no needs nothing more: nobody explains a no. PURE. */
export function answerErrors({ answer, giver, mode, witness, secondPerson }: Asked): Record<string, string> {
  if (answer === 'REFUSED') return {}
  if (answer === 'NOT_POSSIBLE') return secondPerson ? {} : { secondPerson: 'required' }
  const errors: Record<string, string> = {}
  if (!giver) errors.giver = 'required'
  if (answer === 'ASSENT' && giver && giver !== 'PARENT' && giver !== 'GUARDIAN') errors.giver = 'guardian'
  if (!mode) errors.mode = 'required'
  if (mode === 'VERBAL_WIT' && !witness) errors.witness = 'required'
  return errors
}

/** Page 5 of registration: a file of one's own, and statistics, each with an answer of its own. */
export const registrationConsentForm = form({
  noun: 'consents',
  fields: { ...asked, stats: choice(['YES', 'NO']) },
  check: (values) => {
    const errors = answerErrors(values)
    // Who could not be asked about the file could not be asked about statistics either.
    if (values.answer === 'NOT_POSSIBLE' && values.stats === 'YES') errors.stats = 'not-asked'
    if (values.answer === 'REFUSED' && values.stats === 'YES' && !values.mode) errors.mode = 'required'
    return errors
  },
})

export const newPurposes = [
  'CONTACT',
  'STATS',
  'CASE_MGMT',
  'REFERRAL',
  'TRACING',
  'RETURN',
  'PHOTO_STORY',
] as const
const shared = ['REFERRAL', 'TRACING']
/** Purposes without which nothing of the person's life is at stake: they cannot be taken for granted. */
const neverAssumed = ['STATS', 'PHOTO_STORY', 'CONTACT', 'RETURN']

/** One answer for one purpose, and one recipient where there is one. */
export const consentForm = form({
  noun: 'consents',
  fields: {
    purpose: choice(newPurposes),
    partner: maybeCode('partner'),
    service: maybeCode('service_type'),
    facts: choices(FACT_KEYS as [FactKey, ...FactKey[]]),
    ...asked,
    note: longText({ max: 300, optional: true, rows: 2 }),
  },
  check: (values) => {
    const errors = answerErrors(values)
    const { purpose, partner, service, facts, answer } = values
    if (shared.includes(purpose)) {
      if (!partner) errors.partner = 'required'
      if (purpose === 'REFERRAL' && !service) errors.service = 'required'
      if (answer !== 'REFUSED' && facts.length === 0) errors.facts = 'required'
    }
    if (answer === 'NOT_POSSIBLE' && neverAssumed.includes(purpose)) errors.answer = 'not-vital'
    return errors
  },
})
