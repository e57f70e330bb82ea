import { FACT_KEYS, type FactKey } from '@/lib/casework/consents/facts'
import { isServiceCode, type ServiceCode } from '@/lib/casework/referrals/sharing/need-profiles'
import { presetFacts } from '@/lib/casework/referrals/sharing/need-to-know'
import { isMinor, judged, type Said } from './answers'
import { dayOf, plusDays, plusMinutes } from './moments'
import { ANSWERS, ANY_NEED, NEED_TEXTS, OUTCOME_NOTES, QUESTIONS } from './need-texts'
import type { Random } from './random'
import type { Consent, Id, PartnerCode, Person, Referral, ReferralMessage } from './records'
import { history, type Step } from './route'

/** Whom is asked for what, by whom, with which consent. The steps say what became of it. */
type ReferralSpec = {
  partner: PartnerCode
  service: ServiceCode
  priority: Referral['priority']
  authorId: Id
  person: Person
  /** How the person answers, and who confirms where somebody must. */
  said: Said
  confirmedBy: Id
  restricted: boolean
  language: string
  witness: string
  steps: readonly Step[]
  previousId?: Id
  needText?: string
  /** What the person agreed to, where it is told; else what the service asks for. */
  facts?: readonly FactKey[]
  /** What the case's file knows of the consent already; chance fills in the rest. */
  consent?: Partial<Consent>
}

/** The matrix's ticks; the free text and the name go along where the service works with the person. */
function ticked(service: ServiceCode, partner: PartnerCode, isChild: boolean): FactKey[] {
  const preset = presetFacts(service, { partner, isChild, wishes: [], askedByPerson: true, stopped: [] })
  const extra: readonly FactKey[] = ['name', 'reason_text']
  return FACT_KEYS.filter((fact) => preset.includes(fact) || extra.includes(fact))
}

function consentFor(random: Random, spec: ReferralSpec, facts: FactKey[]): Consent {
  const givenAt = plusMinutes(spec.steps[0]?.at ?? '', -random.int(10, 60))
  const row = {
    id: random.id(),
    purpose: spec.service.startsWith('FTR_') ? ('TRACING' as const) : ('REFERRAL' as const),
    partner: spec.partner,
    service: spec.service,
    mode: random.pick(['SIGN', 'THUMB', 'VERBAL_WIT'] as const),
    witness: spec.witness,
    language: spec.language,
    wordingVersion: '2013-1',
    facts,
    givenAt,
    expiresOn: plusDays(dayOf(givenAt), 365),
    recordedById: spec.authorId,
    ...spec.said,
    ...spec.consent,
  }
  const { person, restricted, confirmedBy } = spec
  const { purpose, service, givenAt: at } = row
  const rule = judged(row, { person, purpose, service, at, restricted, confirmedBy })
  return { ...row, ...rule, ...withdrawal(spec.steps) }
}

function messages(random: Random, steps: readonly Step[]): ReferralMessage[] {
  const topic = random.int(0, QUESTIONS.length - 1)
  return steps.flatMap(({ verb, at, actorId }) => {
    const text = verb === 'ask' ? QUESTIONS[topic] : verb === 'answer' ? ANSWERS[topic] : undefined
    return text && actorId ? [{ id: random.id(), at, byId: actorId, text }] : []
  })
}

function results(random: Random, steps: readonly Step[]): Pick<Referral, 'outcome' | 'check'> {
  const done = steps.findLast(({ verb }) => verb === 'complete')
  if (!done) return {}
  const result = random.chance(0.88) ? 'RECEIVED' : 'PARTLY'
  const outcome = { result, servedOn: dayOf(done.at), note: random.pick(OUTCOME_NOTES) } as const
  const asked = steps.find(({ verb }) => verb === 'verify' || verb === 'contest')
  if (!asked) return { outcome }
  const askedOn = dayOf(asked.at)
  if (asked.verb === 'contest')
    return { outcome, check: { received: 'NO', satisfied: 'NOT_SAID', wanted: 'CALL_PARTNER', askedOn } }
  const received = result === 'RECEIVED' ? 'YES' : 'PARTLY'
  return {
    outcome,
    check: { received, satisfied: random.chance(0.85) ? 'YES' : 'PARTLY', wanted: null, askedOn },
  }
}

/** Withdrawing consent and ending the referral are one deed, so they share the moment. */
function withdrawal(steps: readonly Step[]): Partial<Consent> {
  const withdrawn = steps.find(({ verb }) => verb === 'withdraw-consent')
  return withdrawn ? { status: 'WITHDRAWN', withdrawnAt: withdrawn.at } : {}
}

/** A referral and the consent that covers exactly what it shares. */
export function buildReferral(random: Random, spec: ReferralSpec): { referral: Referral; consent: Consent } {
  const { partner, service, priority, authorId, steps } = spec
  if (!isServiceCode(service)) throw new Error(`${service} cannot be asked of a partner`)
  const facts = spec.facts
    ? FACT_KEYS.filter((fact) => spec.facts?.includes(fact))
    : ticked(service, partner, isMinor(spec.person, dayOf(steps[0]?.at ?? '')))
  const consent = consentFor(random, spec, facts)
  const referral: Referral = {
    id: random.id(),
    consentId: consent.id,
    partner,
    service,
    priority,
    ...history(steps),
    authorId,
    facts: [...facts],
    needText: spec.needText ?? random.pick(NEED_TEXTS[service] ?? [ANY_NEED]),
    previousId: spec.previousId ?? null,
    messages: messages(random, steps),
    ...results(random, steps),
  }
  return { referral, consent }
}
