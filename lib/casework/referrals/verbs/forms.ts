import { z } from 'zod'
import { CASEWORK_BEGAN, carried, choice, day, longText, text, tick } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { maybeUuid, uuid } from '@/lib/base/forms/uuid'
import { type Asked, askedErrors, askedFields } from '@/lib/casework/consents/asked'
import { FACT_KEYS, type FactKey } from '@/lib/casework/consents/facts'
import { HARM_ACTIONS, HARM_KINDS } from '../harm/kinds'
import {
  CANCEL_REASONS,
  DECLINE_REASONS,
  FOLLOWS,
  NOT_ACCESSED_REASONS,
  NOT_YET_REASONS,
  TOLD_HOW,
  UNSERVED_REASONS,
  VERIFY_ANSWERS,
  WANTED,
} from '../machine/reasons'
import { isServiceCode, type ServiceCode } from '../sharing/need-profiles'
import { MOST_PAPERS } from '../sharing/papers'
import { comment, otherNeedsWords } from './write-comment'

const service = () =>
  carried(
    z.custom<ServiceCode>((value) => typeof value === 'string' && isServiceCode(value), {
      error: 'required',
    }),
  )
/** The same for a few values of this form. */
const maybeOf = (values: readonly string[]) => ({
  kind: 'choice' as const,
  as: 'select' as const,
  values,
  schema: z
    .string()
    .default('')
    .refine((value) => value === '' || values.includes(value), { error: 'not-a-code' }),
})
const maybeId = () => carried(maybeUuid())

/** The questions of every door; `EXISTING`: an earlier yes is to carry this referral. */
const consentFields = {
  ...askedFields,
  answer: choice(['GIVEN', 'ASSENT', 'EXISTING', 'REFUSED', 'NOT_POSSIBLE']),
  // Asked for a yes: `consentErrors` says so.
  language: { ...askedFields.language, optional: false },
  keepRunning: tick(),
}
type Answers = { answer: (typeof consentFields.answer.values)[number] } & Omit<Asked, 'answer'>

/** What each answer needs besides itself; an earlier yes was asked about when it was given. */
export function consentErrors(asked: Answers): Record<string, string> {
  const { answer, ...rest } = asked
  if (answer === 'EXISTING') return {}
  const errors = askedErrors({ answer, ...rest })
  if (answer !== 'REFUSED' && answer !== 'NOT_POSSIBLE' && asked.language === '') errors.language = 'required'
  return errors
}

/** Page 1. `previous`: the referral that this one follows; `entry`: the line of the directory chosen for it beforehand. */
export const startForm = form({
  noun: 'consents',
  fields: { service: service(), ...consentFields, previous: maybeId(), entry: maybeId() },
  check: consentErrors,
})

/** Page 1 again, once there is a draft. */
export const consentForm = form({ noun: 'consents', fields: consentFields, check: consentErrors })

/** Page 2. */
export const serviceForm = form({
  noun: 'referrals',
  fields: {
    service: service(),
    entry: carried(uuid()),
    priority: choice(['EMERGENCY', 'URGENT', 'NORMAL']),
    reasonText: longText({ max: 600, rows: 4 }),
    meetingPlace: text({ max: 200, optional: true }),
    askedByPerson: tick(),
  },
})

const severalFacts = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.enum(FACT_KEYS as [FactKey, ...FactKey[]], { error: 'not-a-code' })).max(FACT_KEYS.length),
)

const severalPapers = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.uuid({ error: 'not-a-code' })).max(MOST_PAPERS, 'too-many'),
)

/** One page sends the ticks to be kept, or with them the whole: both verbs take what the other's button needs. */
const shareFields = {
  facts: carried(severalFacts),
  /** Documents of the case that go along. */
  papers: carried(severalPapers),
  withoutName: tick(),
  contactAgreed: tick(),
  read: tick(),
  list: carried(z.string().max(64, { error: 'too-long' }).default('')),
}

/** Page 3. `stay` = save and show the slip again; `contactAgreed` is asked only where the person said "do not contact". */
export const shareForm = form({ noun: 'referrals', fields: { ...shareFields, stay: tick() } })

/**
 * Page 4, or page 3 where nothing is left to look at. `read` = the list as it stands was read to the person, who agreed
 * to it; `list` = the mark of the list that page 3 showed; `harmAsked` after a harm there.
 */
export const submitForm = form({ noun: 'referrals', fields: { ...shareFields, harmAsked: tick() } })

/** Page 4 of an emergency, which is never sent from its list. */
export const emergencyForm = form({ noun: 'referrals', fields: { read: tick(), harmAsked: tick() } })

export const answerForm = form({ noun: 'referrals', fields: { message: longText({ max: 1000, rows: 3 }) } })
export const cancelForm = form({
  noun: 'referrals',
  fields: { cancelReason: choice(CANCEL_REASONS), comment },
  check: ({ cancelReason, comment }) => otherNeedsWords(cancelReason, comment, 'comment'),
})
export const notAccessedForm = form({
  noun: 'referrals',
  fields: { notAccessedReason: choice(NOT_ACCESSED_REASONS), comment },
  check: ({ notAccessedReason, comment }) => otherNeedsWords(notAccessedReason, comment, 'comment'),
})
export const remindForm = form({ noun: 'referrals', fields: {} })

/** Kinds of harm for the supervisors; abuse by an aid worker is told elsewhere and is no answer here. */
const harmAnswers = ['NO', 'NOT_SAID', ...HARM_KINDS] as const

/**
 * What the person says of the service. `wanted` goes with a "no" to a service that was reported; `untold` keeps the
 * partner from reading "not confirmed" yet.
 */
export const verifyForm = form({
  noun: 'referrals',
  fields: {
    received: choice(VERIFY_ANSWERS.received),
    wanted: { ...maybeOf(WANTED), as: 'radio' as const },
    satisfied: { ...maybeOf(VERIFY_ANSWERS.satisfied), as: 'radio' as const },
    harm: choice(harmAnswers),
    harmWords: longText({ max: 1000, optional: true, rows: 2 }),
    untold: maybeOf(NOT_YET_REASONS),
    askedOn: day({ preset: 'today', notBefore: CASEWORK_BEGAN }),
    note: longText({ max: 1000, optional: true, rows: 3 }),
  },
  check: ({ received, wanted, satisfied, untold }) => {
    const errors: Record<string, string> = {}
    if (received === 'NO' && wanted === '') errors.wanted = 'required'
    if (received !== 'NO' && satisfied === '') errors.satisfied = 'required'
    if (received !== 'NO' && untold !== '') errors.untold = 'not-for-yes'
    return errors
  },
})

export const rebookForm = form({ noun: 'referrals', fields: { rebookOn: day({ lean: 'future' }) } })
export const unservedForm = form({
  noun: 'referrals',
  fields: { unservedReason: choice(UNSERVED_REASONS), follow: choice(FOLLOWS) },
})
export const tellForm = form({ noun: 'referrals', fields: {} })
export const linkForm = form({ noun: 'referrals', fields: {} })
export const harmForm = form({
  noun: 'harm',
  fields: { kind: choice(HARM_KINDS), words: longText({ max: 1000, optional: true, rows: 3 }) },
})
export const settleHarmForm = form({
  noun: 'harm',
  fields: { report: carried(z.uuid({ error: 'required' })), action: choice(HARM_ACTIONS) },
})
export const toldForm = form({ noun: 'referrals', fields: { told: choice(TOLD_HOW) } })

/** The agency says by telephone or on paper that nothing is left with it: who said so, when, and in which words. */
export const deletedForm = form({
  noun: 'referrals',
  fields: {
    channel: choice(['PHONE', 'PAPER']),
    deletedBy: text({ max: 120 }),
    deletedOn: day({ preset: 'today', notBefore: CASEWORK_BEGAN }),
    deletedWords: longText({ max: 800, rows: 3 }),
  },
})

/** What a partner can say by telephone or on paper. */
export const RECORDED = ['acknowledge', 'ask', 'accept', 'decline', 'begin', 'complete', 'rebook'] as const

/** The partner's answer written down by us; `check` asks for what the answer needs and refuses the rest. */
export const recordForm = form({
  noun: 'referrals',
  fields: {
    said: choice(RECORDED),
    channel: choice(['PHONE', 'PAPER']),
    recordMessage: longText({ max: 1000, optional: true, rows: 3 }),
    declineReason: maybeOf(DECLINE_REASONS),
    expectedOn: day({ optional: true, notBefore: CASEWORK_BEGAN, lean: 'future' }),
    result: maybeOf(['RECEIVED', 'PARTLY']),
    resultOn: day({ optional: true, notBefore: CASEWORK_BEGAN }),
  },
  check: ({ said, recordMessage, declineReason, expectedOn, result, resultOn }) => {
    const errors: Record<string, string> = {}
    if (said === 'ask' && recordMessage === '') errors.recordMessage = 'required'
    if (said === 'decline' && declineReason === '') errors.declineReason = 'required'
    if (said === 'complete' && result === '') errors.result = 'required'
    if (said === 'complete' && resultOn === '') errors.resultOn = 'required'
    if (said === 'rebook' && expectedOn === '') errors.expectedOn = 'required'
    return errors
  },
})
