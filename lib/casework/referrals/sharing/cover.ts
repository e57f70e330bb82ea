import { type ConsentRow, type NotInForce, notInForce } from '@/lib/casework/consents/cover'
import { FACT_KEYS, type FactKey } from '@/lib/casework/consents/facts'
import type { ServiceCode } from './need-profiles'

/** What is to be shared: with whom, for what, which facts, at which instant. */
export type CoverQuestion = {
  partner: string
  service: ServiceCode
  facts: readonly FactKey[]
  on: Date
}

/** Why nothing, or not all of it, is covered. Sentences: `cover.<reason>`. */
export type NoCoverReason = NotInForce | 'NO_CONSENT' | 'FACTS_MISSING' | 'NOTHING_TICKED'
export type Cover = { ok: true; consentId: string } | { ok: false; missing: FactKey[]; reason: NoCoverReason }

/** Purposes that allow this service, besides the general one that names partner and service. */
function ownPurpose(service: ServiceCode): string | null {
  if (service.startsWith('FTR_')) return 'TRACING'
  return service.startsWith('RETURN_') ? 'RETURN' : null
}

/**
 * Whether a row speaks of this recipient and this service at all. The general purpose must name the
 * service; a purpose that is itself the service may leave it open.
 */
function concerns(row: ConsentRow, { partner, service }: CoverQuestion): boolean {
  if (row.partner !== partner) return false
  if (row.purpose === 'REFERRAL') return row.service === service
  return row.purpose === ownPurpose(service) && (row.service === null || row.service === service)
}

const newestFirst = (a: ConsentRow, b: ConsentRow): number =>
  b.givenAt.getTime() - a.givenAt.getTime() || (a.id < b.id ? -1 : 1)

const missingIn = (row: ConsentRow, facts: readonly FactKey[]): FactKey[] =>
  FACT_KEYS.filter((fact) => facts.includes(fact) && !row.facts.includes(fact))

/**
 * Does one consent in force cover every ticked fact for this partner and service? Two halves never make a
 * whole: the person agreed to each list as a whole. When nothing fits, the answer names the facts that the
 * nearest consent in force lacks, or why the newest one for this recipient no longer counts.
 */
export function cover(consents: readonly ConsentRow[], question: CoverQuestion): Cover {
  const { facts, on } = question
  if (facts.length === 0) return { ok: false, missing: [], reason: 'NOTHING_TICKED' }
  const about = consents.filter((row) => concerns(row, question)).sort(newestFirst)
  const inForce = about.filter((row) => notInForce(row, on) === null)
  const full = inForce.find((row) => missingIn(row, facts).length === 0)
  if (full) return { ok: true, consentId: full.id }

  const gaps = inForce.map((row) => missingIn(row, facts)).sort((a, b) => a.length - b.length)
  if (gaps[0]) return { ok: false, missing: gaps[0], reason: 'FACTS_MISSING' }
  const newest = about[0]
  const reason = newest ? (notInForce(newest, on) ?? 'NO_CONSENT') : 'NO_CONSENT'
  return { ok: false, missing: FACT_KEYS.filter((fact) => facts.includes(fact)), reason }
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
