import {
  FACT_KEYS,
  type FactKey,
  isChildOnly,
  isRequired,
  type NeverReason,
} from '@/lib/casework/consents/facts'
import { askedOnlyByPerson, profileOf, type ServiceCode } from './need-profiles'

/** What the person asked us to keep back: from one partner, or from everybody (`partner: null`). */
export type WithholdWish = { fact: FactKey; partner: string | null; reason: string }

/** What the rule for one fact depends on besides the service. */
export type NeedContext = {
  partner: string
  isChild: boolean
  wishes: readonly WithholdWish[]
  /** The person asked for this referral in so many words; without it nothing goes to the police. */
  askedByPerson: boolean
  /** Ways to reach the person that a "do not contact" keeps here until they say that this partner may (`contact-facts.ts`). */
  stopped: readonly FactKey[]
}

/**
 * preset = ticked beforehand, optional = a choice to be made, never = struck out with the reason.
 * `wish` is the person's coded reason when it is the person who withholds the fact.
 */
export type NeedRule = { rule: 'preset' | 'optional' } | { rule: 'never'; reason: NeverReason; wish?: string }

const never = (reason: NeverReason): NeedRule => ({ rule: 'never', reason })

function byProfile(fact: FactKey, service: ServiceCode): NeedRule {
  const profile = profileOf(service)
  const police = askedOnlyByPerson(service)
  // Which of them may go is decided paper by paper (`papers.ts`), and each is a choice of its own.
  if (fact === 'papers') return { rule: 'optional' }
  if (isRequired(fact) || profile.preset.includes(fact)) return { rule: 'preset' }
  // The reason is asked for on the page before: what was written for the partner must not stay behind by default.
  // The police get nothing beforehand but the request.
  if (fact === 'reason_text' && profile.optional.includes(fact) && !police) return { rule: 'preset' }
  if (profile.optional.includes(fact)) return { rule: 'optional' }
  return never(fact === 'coded_needs' && !profile.labels ? 'LABEL' : 'NOT_NEEDED')
}

/** May this fact go to this service, and is it ticked beforehand? The person's wish beats every preset. */
export function needToKnow(service: ServiceCode, fact: FactKey, context: NeedContext): NeedRule {
  const wish = context.wishes.find(
    (w) => w.fact === fact && (w.partner === null || w.partner === context.partner),
  )
  if (wish) return { rule: 'never', reason: 'PERSON_WITHHOLDS', wish: wish.reason }
  if (context.stopped.includes(fact)) return never('CONTACT_STOPPED')
  if (askedOnlyByPerson(service) && !context.askedByPerson) return never('POLICE_ON_REQUEST')
  if (isChildOnly(fact) && !context.isChild) return never('ADULT')
  return byProfile(fact, service)
}

/** The rule of every fact, in catalogue order: the rows of the page "what will be shared". */
export function needTable(service: ServiceCode, context: NeedContext): { fact: FactKey; rule: NeedRule }[] {
  return FACT_KEYS.map((fact) => ({ fact, rule: needToKnow(service, fact, context) }))
}

/** The ticks a new referral starts with. */
export function presetFacts(service: ServiceCode, context: NeedContext): FactKey[] {
  return FACT_KEYS.filter((fact) => needToKnow(service, fact, context).rule === 'preset')
}

/** Ticks that must not leave, each with its reason, in catalogue order; empty = the ticks may be sealed. */
export function refusedTicks(
  service: ServiceCode,
  ticked: readonly FactKey[],
  context: NeedContext,
): { fact: FactKey; reason: NeverReason }[] {
  return FACT_KEYS.filter((fact) => ticked.includes(fact)).flatMap((fact) => {
    const rule = needToKnow(service, fact, context)
    return rule.rule === 'never' ? [{ fact, reason: rule.reason }] : []
  })
}
