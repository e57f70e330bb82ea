import { ageGroup } from '@/lib/base/codes/ages'
import { isCode } from '@/lib/base/codes/codes'
import { type CodeOf, type ListName, lists } from '@/lib/base/codes/lists'
import { choice, text } from '@/lib/base/forms/fields'
import { ageFacts, type Birth, isChildSafely, youngestOn } from '@/lib/base/time/age-on'
import { maybeCode } from '@/lib/casework/people/form'
import { type AnswerRefusal, type ConsentFacts, type Judgement, judgeAnswer } from './answer'
import type { ConsentRow } from './cover'
import { type AnswerCode, CONSENT_SETTINGS, type Giver, type Purpose, type ReasonList } from './rule-book'
import { overruledBy } from './standing-no'
import { tooYoung } from './who-answered'

/**
 * What every door asks about an answer, and how it is handed to the one rule. PURE.
 *   askedFields                  the questions, for registration, consent page and wizard alike
 *   askedErrors(asked)           what each answer needs besides itself
 *   judgeAsked(asked, about)     the judgement, or an error at the question that mends it
 */
export const ANSWERS = ['GIVEN', 'ASSENT', 'REFUSED', 'NOT_POSSIBLE'] as const satisfies readonly AnswerCode[]
export const GIVERS = ['SELF', 'PARENT', 'GUARDIAN', 'AUTHORITY'] as const satisfies readonly Giver[]
export const DANGERS = ['NONE', 'GRAVE', 'VITAL'] as const

/** The lists a reason may come from; no code stands in two of them. */
export const REASON_LISTS = [
  'mature_minor_reason',
  'best_interests_reason',
  'vital_reason',
  'incapacity_reason',
  'legal_duty_reason',
] as const satisfies readonly ReasonList[]

const maybeOf = <const T extends readonly [string, ...string[]]>(values: T) => ({
  ...choice(values, { as: 'select' }),
  optional: true as const,
  schema: choice(['', ...values]).schema.default(''),
})
const codesOf = (list: ListName): string[] => lists[list].map(({ code }) => code)
const reasons = REASON_LISTS.flatMap(codesOf) as [string, ...string[]]

export const askedFields = {
  answer: choice(ANSWERS),
  // Asked for a yes only, so neither required nor optional: `askedErrors` says when.
  giver: { ...maybeCode('consent_giver', { as: 'radio', among: GIVERS }), optional: false },
  mode: { ...maybeCode('consent_mode', { as: 'radio' }), optional: false },
  language: maybeCode('language'),
  witness: text({ max: 120, optional: true }),
  // Asked where the person may be under age: neither required nor optional, as with the giver.
  caregiver: { ...maybeCode('caregiver_state'), optional: false },
  capacity: maybeCode('decision_capacity'),
  danger: maybeOf(DANGERS),
  reason: maybeOf(reasons),
  // Only where the person said no while able to decide: why somebody doubts it now.
  doubt: maybeCode('incapacity_reason'),
}

export type Asked = {
  answer: AnswerCode
  giver: string
  mode: string
  language: string
  witness: string
  caregiver: string
  capacity: string
  danger: string
  reason: string
  doubt: string
}

/**
 * A no needs nothing more: nobody explains a no. What could not be asked needs its reason. A yes of a grown-up says itself
 * that the person answered; of a child one asks who answered with them.
 */
export function askedErrors({
  answer,
  giver,
  mode,
  witness,
  reason,
}: Pick<Asked, 'answer' | 'giver' | 'mode' | 'witness' | 'reason'>): Record<string, string> {
  // Without an answer nobody knows yet what it needs.
  if (answer === 'REFUSED' || !answer) return {}
  if (answer === 'NOT_POSSIBLE') return reason ? {} : { reason: 'required' }
  const errors: Record<string, string> = {}
  if (answer === 'ASSENT' && !giver) errors.giver = 'required'
  if (!mode) errors.mode = 'required'
  if (mode === 'VERBAL_WIT' && !witness) errors.witness = 'required'
  return errors
}

/** Whether enough was answered for the rule to say what is wrong: which answer, and by whom. A no needs nothing. */
export const canBeJudged = ({ answer, giver }: Pick<Asked, 'answer' | 'giver'>): boolean =>
  answer === 'NOT_POSSIBLE' || answer === 'GIVEN' || (answer === 'ASSENT' && giver !== '')

/** Every reason that may be given, whatever its list. */
export const REASONS: readonly string[] = reasons

/** The facts that are not the answer's own. */
export type About = {
  purpose: Purpose
  service?: string | null | undefined
  birth: Birth
  /** The day of judging, YYYY-MM-DD. */
  day: string
  restricted?: boolean
  /** What the person has answered before, and the recipient asked about: their own no is not passed over unseen. */
  before?: readonly ConsentRow[]
  partner?: string | null
}

/** The coded facts that are kept with the row, so that it can be judged again. */
export type Situation = Partial<Record<'caregiver' | 'capacity' | 'danger' | 'doubt' | 'ageGroup', string>>

const inList = <L extends ReasonList>(list: L, reason: string | null | undefined): CodeOf<L> | undefined =>
  reason && isCode(list, reason) ? (reason as CodeOf<L>) : undefined
const coded = <L extends ListName>(list: L, value: string | undefined): CodeOf<L> | undefined =>
  value && isCode(list, value) ? (value as CodeOf<L>) : undefined

/** What the rule is told, from what was asked and what is known of the person. */
export function factsFor(
  { answer, giver, reason, situation }: Judged,
  { purpose, service, birth, day, restricted }: About,
): ConsentFacts {
  const child = isChildSafely(birth, day, CONSENT_SETTINGS.adult_from)
  const { caregiver, capacity, danger } = situation
  const notThere = !child && answer === 'NOT_POSSIBLE' && !capacity
  return {
    purpose,
    service: service ?? undefined,
    ...ageFacts(birth, day, CONSENT_SETTINGS.adult_from),
    caregiver: coded('caregiver_state', caregiver),
    capacity: coded('decision_capacity', capacity),
    reachable: notThere ? 'NO' : undefined,
    representative: !child && giver === 'GUARDIAN' ? 'YES' : undefined,
    authority: giver === 'AUTHORITY' ? 'YES' : undefined,
    vital: danger === 'VITAL' ? 'YES' : undefined,
    danger: danger === 'VITAL' || danger === 'GRAVE' ? 'YES' : undefined,
    child_view: reason === 'CHILD_REFUSES_DANGER' ? 'DISAGREES' : undefined,
    minor_reason: inList('mature_minor_reason', reason),
    duty: inList('legal_duty_reason', reason),
    restricted,
  }
}

/** An answer with what it is judged by, as a door or a row has it. */
export type Judged = {
  answer: AnswerCode
  giver: Giver
  reason?: string | null | undefined
  situation: Situation
}

export const judge = (judged: Judged, about: About): Judgement =>
  judgeAnswer(
    { answer: judged.answer, giver: judged.giver, reason: judged.reason ?? undefined },
    factsFor(judged, about),
  )

/** Whoever says yes or no is the person unless somebody else is named; nobody answers where nobody could be asked. */
const giverOf = ({ answer, giver }: Pick<Asked, 'answer' | 'giver'>): Giver =>
  answer === 'NOT_POSSIBLE' ? 'NONE' : ((giver || 'SELF') as Giver)

type Refused = Extract<Judgement, { ok: false }>
const FIELD_OF: Record<AnswerRefusal, string> = {
  NOBODY_CAN_ANSWER: 'answer',
  CHILD_ASSENTS: 'answer',
  ADULT_GIVES: 'answer',
  GIVER_NOT_ALLOWED: 'giver',
  ANSWER_NOT_ALLOWED: 'answer',
  REASON_MISSING: 'reason',
}
/** A reason that is missing says of which kind it has to be: there are twenty-two in one list. */
const errorOf = ({ reason, reasonList }: Refused): string =>
  reason === 'REASON_MISSING' && reasonList !== null
    ? `needs-${reasonList}`
    : reason.toLowerCase().replaceAll('_', '-')

export type JudgedAsked =
  | { ok: true; judged: Judged; judgement: Extract<Judgement, { ok: true }> }
  | { ok: false; errors: Record<string, string> }

export function judgeAsked(asked: Asked, about: About): JudgedAsked {
  const { caregiver, capacity, danger, reason, doubt } = asked
  const band = ageGroup(youngestOn(about.birth, about.day))
  const situation = {
    ...(caregiver && { caregiver }),
    ...(capacity && { capacity }),
    ...(danger && { danger }),
    ...(doubt && { doubt }),
    ...(band && { ageGroup: band }),
  }
  if (asked.answer === 'ASSENT' && giverOf(asked) === 'SELF' && tooYoung(about.birth, about.day))
    return { ok: false, errors: { answer: 'too-young' } }
  const judged: Judged = { answer: asked.answer, giver: giverOf(asked), reason: reason || null, situation }
  const judgement = judge(judged, about)
  if (judgement.ok && contradicts(judged, about))
    return { ok: false, errors: { reason: 'contradicts-caregiver' } }
  if (judgement.ok)
    return passesOverNo(judged, judgement, about)
      ? { ok: false, errors: { doubt: 'standing-no' } }
      : { ok: true, judged, judgement }
  return { ok: false, errors: problemsOf(judged, judgement, about) }
}

const THERE = ['PRESENT_SAFE', 'FAR_REACHABLE']
/** Reasons for which nobody who cares for a child was asked, and as what that person must not be noted beside them. */
const CONTRADICTS: Readonly<Record<string, readonly string[]>> = {
  CAREGIVER_FAR: ['PRESENT_SAFE'],
  NOBODY: THERE,
  UNREACHABLE: THERE,
  PERPETRATOR: ['PRESENT_SAFE'],
}

/** Of two answers about the same person one is wrong, and whoever confirms would read both. PURE. */
const contradicts = ({ reason, situation }: Judged, { birth, day }: About): boolean =>
  isChild(birth, day) && CONTRADICTS[reason ?? '']?.includes(situation.caregiver ?? '') === true

/** Everything that is wrong in one round: a child who "gives" is judged as assenting too, so that the giver is said at once. */
function problemsOf(judged: Judged, judgement: Refused, about: About): Record<string, string> {
  const errors = { [FIELD_OF[judgement.reason]]: errorOf(judgement) }
  // Nobody knows yet who cares for the child: that is asked, whatever else is wrong.
  if (judgement.rule === 'CHILD_FALLBACK')
    return { ...(judgement.reason === 'CHILD_ASSENTS' && errors), caregiver: 'required' }
  if (judgement.reason !== 'CHILD_ASSENTS') return errors
  const mended = judge({ ...judged, answer: 'ASSENT' }, about)
  return mended.ok ? errors : { ...errors, [FIELD_OF[mended.reason]]: errorOf(mended) }
}

/** A capable adult's own no stands, also in danger, until they say yes or somebody records why they doubt it now. */
function passesOverNo(
  { giver, reason = null, situation }: Judged,
  { treatedAs, basis }: Extract<Judgement, { ok: true }>,
  { purpose, service = null, partner = null, before = [], birth, day }: About,
): boolean {
  if (treatedAs === 'NO') return false
  const answer = { giver, reason, legalBasis: basis ?? 'CONSENT', situation }
  const on = { purpose, partner, service: service || null }
  return overruledBy(answer, before, on, isChild(birth, day)) !== undefined
}

/** Whoever may still be under age is treated as a child. */
export const isChild = (birth: Birth, day: string): boolean =>
  isChildSafely(birth, day, CONSENT_SETTINGS.adult_from)
