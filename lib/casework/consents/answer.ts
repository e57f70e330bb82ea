import { isCode } from '@/lib/base/codes/codes'
import type { CodeOf } from '@/lib/base/codes/lists'
import { childByFacts } from '@/lib/base/rules/child'
import { holds } from '@/lib/base/rules/language'
import {
  type AnswerCode,
  type AnswerLine,
  type Basis,
  bookWith,
  CONSENT_SETTINGS,
  type Confirm,
  type ConsentRule,
  type ConsentSettings,
  EXPIRY_DAYS,
  type Giver,
  type Purpose,
  type ReasonList,
  RULES,
  type Told,
} from './rule-book'

/**
 * ONE rule for every door that records or judges a consent: registration, consent page, wizard, emergency; and again
 * at sealing and sending. PURE.
 *   offerFor(facts, settings?)               which answers may be recorded, whom to ask, what to say
 *   judgeAnswer(answer, facts, settings?)    whether this answer may be recorded and what it still needs
 * Who confirmed, and whether it is in time: `confirmation.ts`. Which of several answers counts: `newest.ts`.
 */
type YesNo = CodeOf<'yes_no'>

/** What is known of the person and the situation. A fact nobody asked for stays absent. */
export type ConsentFacts = {
  purpose: Purpose
  service?: string | undefined
  /** Completed years; absent where only the year is known and it straddles (then `maybe_child`). */
  age?: number | undefined
  age_group?: CodeOf<'age_group'> | undefined
  maybe_child?: YesNo | undefined
  capacity?: CodeOf<'decision_capacity'> | undefined
  reachable?: YesNo | undefined
  representative?: YesNo | undefined
  vital?: YesNo | undefined
  danger?: YesNo | undefined
  duty?: CodeOf<'legal_duty_reason'> | undefined
  caregiver?: CodeOf<'caregiver_state'> | undefined
  authority?: YesNo | undefined
  child_view?: CodeOf<'child_view'> | undefined
  minor_reason?: CodeOf<'mature_minor_reason'> | undefined
  restricted?: boolean | undefined
}

/** The answers that may be recorded now. `treatedAs: 'NO'`: nobody can answer; no row is written, doors read no. */
export type Offer = {
  rule: string
  allow: readonly AnswerLine[]
  treatedAs: 'NO' | null
  ask: readonly string[]
  say: Told
  /** A finished assessment of this instrument comes first. */
  requires: string | null
  /** Only the facts that the duty names may be shared. */
  onlyDutyFacts: boolean
  expiresDays: number | null
  askAgainDays: number | null
}

export const isChildFor = (facts: ConsentFacts, settings: ConsentSettings = CONSENT_SETTINGS): boolean =>
  childByFacts(facts, settings.adult_from)

export function offerFor(facts: ConsentFacts, settings: ConsentSettings = CONSENT_SETTINGS): Offer {
  const child = isChildFor(facts, settings)
  const known = { ...facts, child }
  const book = bookWith(settings)
  const rule = RULES.find(({ when }) => holds(when, known, book))
  if (!rule)
    throw new Error('The table of consent has no rule for this: its last two rules must catch everybody')
  const named = rule.unless === undefined ? undefined : book.named[rule.unless]
  const onlyNo = named !== undefined && holds(named, known, book)
  const allow = rule.allow.filter(
    (line) =>
      line.answer === 'REFUSED' ||
      (!onlyNo &&
        fitsAge(rule, line, { facts, child, settings }) &&
        !(child && fromUnsafeCarer(line, facts))),
  )
  return {
    rule: rule.id,
    allow,
    treatedAs: rule.treated_as ?? null,
    ask: rule.ask,
    say: rule.say,
    requires: rule.requires ?? null,
    onlyDutyFacts: rule.facts !== undefined,
    expiresDays: rule.expires_days ?? EXPIRY_DAYS[facts.purpose],
    askAgainDays: rule.ask_again_days ?? null,
  }
}

type Around = { facts: ConsentFacts; child: boolean; settings: ConsentSettings }

/** Rules for all ages keep the adult's lines for adults and the child's for children. */
function fitsAge({ by_age }: ConsentRule, line: AnswerLine, { facts, child, settings }: Around): boolean {
  if (!by_age) return true
  if (!child) return line.answer === 'GIVEN'
  const mature = (facts.age ?? 0) >= settings.mature_minor_from && facts.minor_reason !== undefined
  return line.answer === 'ASSENT' && (line.giver !== 'SELF' || mature)
}

/** Nobody asks whoever harms the child, or a carer who is not safe. */
const fromUnsafeCarer = ({ giver }: AnswerLine, { caregiver }: ConsentFacts): boolean =>
  (giver === 'PARENT' || giver === 'GUARDIAN') && (caregiver === 'UNSAFE' || caregiver === 'PERPETRATOR')

/** An answer as a door has it. `reason` is a code of the list that the line names. */
export type GivenAnswer = {
  answer: AnswerCode
  giver: Giver
  basis?: Basis | null | undefined
  reason?: string | undefined
}

/** Why an answer may not be recorded; sentences `consents.refused.<reason>`. */
export type AnswerRefusal =
  | 'NOBODY_CAN_ANSWER'
  | 'CHILD_ASSENTS'
  | 'ADULT_GIVES'
  | 'GIVER_NOT_ALLOWED'
  | 'ANSWER_NOT_ALLOWED'
  | 'REASON_MISSING'

export type Judgement =
  | {
      ok: true
      treatedAs: 'YES' | 'NO'
      basis: Basis | null
      /** Who must still confirm themselves; null = nobody. */
      confirm: Confirm | null
      reasonList: ReasonList | null
      requires: string | null
      expiresDays: number | null
      askAgainDays: number | null
      rule: string
      say: Told
    }
  | {
      ok: false
      treatedAs: 'NO'
      reason: AnswerRefusal
      reasonList: ReasonList | null
      rule: string
      say: Told
    }

/** Whether this answer may be recorded, on which basis, and what it still needs before anything leaves. */
export function judgeAnswer(
  given: GivenAnswer,
  facts: ConsentFacts,
  settings: ConsentSettings = CONSENT_SETTINGS,
): Judgement {
  const offer = offerFor(facts, settings)
  const { rule, say } = offer
  const lines = offer.allow.filter(({ answer, giver }) => answer === given.answer && giver === given.giver)
  const line = lines.find(({ basis }) => given.basis == null || basis === given.basis)
  if (!line) {
    const reason = refusal(given, offer, isChildFor(facts, settings))
    return { ok: false, treatedAs: 'NO', reason, reasonList: null, rule, say }
  }
  const reasonList = line.reason_list ?? null
  const reason = given.reason ?? ownReason(reasonList, facts)
  if (reasonList !== null && !isCode(reasonList, reason))
    return { ok: false, treatedAs: 'NO', reason: 'REASON_MISSING', reasonList, rule, say }
  const { requires, expiresDays, askAgainDays } = offer
  const yes = line.answer !== 'REFUSED'
  return {
    ok: true,
    treatedAs: yes ? 'YES' : 'NO',
    basis: line.basis,
    confirm: line.confirm ?? null,
    reasonList,
    requires: yes ? requires : null,
    expiresDays: yes ? expiresDays : null,
    askAgainDays,
    rule,
    say,
  }
}

/** Two reasons are facts already: what makes the minor mature, and which duty it is. */
const ownReason = (list: ReasonList | null, { minor_reason, duty }: ConsentFacts): string | undefined =>
  list === 'mature_minor_reason' ? minor_reason : list === 'legal_duty_reason' ? duty : undefined

function refusal({ answer, giver }: GivenAnswer, { allow }: Offer, child: boolean): AnswerRefusal {
  if (allow.length === 0) return 'NOBODY_CAN_ANSWER'
  if (child && answer === 'GIVEN') return 'CHILD_ASSENTS'
  if (!child && answer === 'ASSENT') return 'ADULT_GIVES'
  return allow.some((line) => line.answer === answer && line.giver !== giver)
    ? 'GIVER_NOT_ALLOWED'
    : 'ANSWER_NOT_ALLOWED'
}
