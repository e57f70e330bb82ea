import { type ConsentRow, type NotInForce, notInForce, type Use } from '@/lib/casework/consents/cover'
import { FACT_KEYS, type FactKey } from '@/lib/casework/consents/facts'
import { newestFor } from '@/lib/casework/consents/newest'
import { CARRYING_STATUSES } from '@/lib/casework/consents/states'
import type { ServiceCode } from './need-profiles'

/** What is to be shared: with whom, for what, which facts, at which instant. */
export type CoverQuestion = {
  partner: string
  service: ServiceCode
  facts: readonly FactKey[]
  on: Date
  /** What a yes that waits for somebody's own word is used for; default: something leaves now. */
  use?: Use
}

/** Why nothing, or not all of it, is covered. Sentences: `cover.<reason>`. */
export type NoCoverReason = NotInForce | 'NO_RULE' | 'NO_CONSENT' | 'FACTS_MISSING' | 'NOTHING_TICKED'
export type Cover = { ok: true; consentId: string } | { ok: false; missing: FactKey[]; reason: NoCoverReason }

/** Family tracing has a purpose of its own. */
export const purposeOf = (service: string): 'TRACING' | 'REFERRAL' =>
  service.startsWith('FTR_') ? 'TRACING' : 'REFERRAL'

/** Purposes that allow this service, besides the general one that names partner and service. */
function ownPurpose(service: ServiceCode): string | null {
  if (service.startsWith('FTR_')) return 'TRACING'
  return service.startsWith('RETURN_') ? 'RETURN' : null
}

const missingIn = (row: ConsentRow, facts: readonly FactKey[]): FactKey[] =>
  FACT_KEYS.filter((fact) => facts.includes(fact) && !row.facts.includes(fact))

/**
 * Does the newest answer for this partner and service cover every ticked fact? It alone decides: an older yes does not
 * come back when a newer one lacks a fact, nor after a no. The general purpose must name the service; a purpose that is
 * itself the service may leave it open.
 */
export function cover(consents: readonly ConsentRow[], question: CoverQuestion): Cover {
  const { facts, on, partner, service, use = 'SEND' } = question
  if (facts.length === 0) return { ok: false, missing: [], reason: 'NOTHING_TICKED' }
  const all = FACT_KEYS.filter((fact) => facts.includes(fact))
  const own = ownPurpose(service)
  const named = consents.filter((row) => row.purpose !== 'REFERRAL' || row.service !== null || !carries(row))
  const purposes = own === null ? ['REFERRAL'] : ['REFERRAL', own]
  const newest = newestFor(named, { purposes, partner, service })
  if (!newest) return { ok: false, missing: all, reason: 'NO_CONSENT' }
  const not = notInForce(newest, on, use)
  if (not) return { ok: false, missing: all, reason: not }
  const missing = missingIn(newest, facts)
  return missing.length === 0
    ? { ok: true, consentId: newest.id }
    : { ok: false, missing, reason: 'FACTS_MISSING' }
}

const carries = ({ status }: ConsentRow): boolean => CARRYING_STATUSES.includes(status)

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
