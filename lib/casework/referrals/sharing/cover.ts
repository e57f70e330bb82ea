import { type ConsentRow, type NotInForce, notInForce, type Use } from '@/lib/casework/consents/cover'
import { FACT_KEYS, type FactKey } from '@/lib/casework/consents/facts'
import { newestFor } from '@/lib/casework/consents/newest'
import { overruledBy } from '@/lib/casework/consents/standing-no'
import type { ServiceCode } from './need-profiles'

/** What is to be shared: with whom, for what, which facts, at which instant. */
export type CoverQuestion = {
  partner: string
  service: ServiceCode
  facts: readonly FactKey[]
  on: Date
  /** What a yes that waits for somebody's own word is used for; default: something leaves now. */
  use?: Use
  /** Somebody under age: best interests may pass over what they said as a child. Default: an adult, whose no stands. */
  child?: boolean
}

/** Why nothing, or not all of it, is covered. Sentences: `cover.<reason>`. */
export type NoCoverReason =
  | NotInForce
  | 'NO_RULE'
  | 'NO_CONSENT'
  | 'STANDING_NO'
  | 'FACTS_MISSING'
  | 'NOTHING_TICKED'
export type Cover = { ok: true; consentId: string } | { ok: false; missing: FactKey[]; reason: NoCoverReason }

/** Family tracing has a purpose of its own. */
export const purposeOf = (service: string): 'TRACING' | 'REFERRAL' =>
  service.startsWith('FTR_') ? 'TRACING' : 'REFERRAL'

const missingIn = (row: ConsentRow, facts: readonly FactKey[]): FactKey[] =>
  FACT_KEYS.filter((fact) => facts.includes(fact) && !row.facts.includes(fact))

/**
 * Does the newest answer for this partner and service cover every ticked fact? It alone decides: an older yes does not
 * come back when a newer one lacks a fact, nor after a no. An answer in the person's place does not pass over the no of
 * an adult who could decide.
 */
export function cover(consents: readonly ConsentRow[], question: CoverQuestion): Cover {
  const { facts, on, partner, service, use = 'SEND', child = false } = question
  if (facts.length === 0) return { ok: false, missing: [], reason: 'NOTHING_TICKED' }
  const all = FACT_KEYS.filter((fact) => facts.includes(fact))
  const about = { purpose: purposeOf(service), partner, service }
  const newest = newestFor(consents, about)
  if (!newest) return { ok: false, missing: all, reason: 'NO_CONSENT' }
  const not = notInForce(newest, on, use)
  if (not) return { ok: false, missing: all, reason: not }
  if (overruledBy(newest, consents, about, child)) return { ok: false, missing: all, reason: 'STANDING_NO' }
  const missing = missingIn(newest, facts)
  return missing.length === 0
    ? { ok: true, consentId: newest.id }
    : { ok: false, missing, reason: 'FACTS_MISSING' }
}

/** What else must hold at submitting, and again at sending. */
export type SendingCheck = {
  cover: Cover
  directoryOpen: boolean
  agreementInForce: boolean
  /** An active account of a base that covers the office, or an agency that answers by telephone alone. */
  somebodyReceives: boolean
}
export type SendingProblem = 'COVER_GONE' | 'DIRECTORY_CLOSED' | 'AGREEMENT_GONE' | 'NOBODY_RECEIVES'

/** Empty = it may leave. The codes are also the system's reasons to return an approved referral. */
export function sendingProblems(check: SendingCheck): SendingProblem[] {
  const problems: SendingProblem[] = []
  if (!check.cover.ok) problems.push('COVER_GONE')
  if (!check.directoryOpen) problems.push('DIRECTORY_CLOSED')
  if (!check.agreementInForce) problems.push('AGREEMENT_GONE')
  if (!check.somebodyReceives) problems.push('NOBODY_RECEIVES')
  return problems
}
