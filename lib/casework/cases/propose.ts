import type { CodeOf } from '@/lib/base/codes/lists'
import { childByFacts } from '@/lib/base/rules/child'
import { type Facts, holds } from '@/lib/base/rules/language'
import {
  type Effect,
  LIMITS,
  type Reason,
  RISK_RULES,
  RISK_SETTINGS,
  type Risk,
  type RiskSettings,
  riskBook,
  type Urgency,
} from './risk-book'

/**
 * What the codes of a case propose: risk, restriction, urgency, limits, clinical clocks, whom to tell, and why. PURE.
 *   propose(facts, settings?) → Proposal
 *   lessThanProposed(chosen, proposal) → which parts are less; each needs a code of `risk_lower_reason`
 * A proposal is no verdict; what nobody asked or said never lowers it.
 */
export type RiskFacts = {
  age?: number | undefined
  age_group?: CodeOf<'age_group'> | undefined
  maybe_child?: CodeOf<'yes_no'> | undefined
  sex?: CodeOf<'sex'> | undefined
  displacement_status?: string | undefined
  household_role?: string | undefined
  document_status?: string | undefined
  safe_contact?: string | undefined
  care_arrangement?: string | undefined
  separation_cause?: string | undefined
  caregiver_state?: CodeOf<'caregiver_state'> | undefined
  concerns?: readonly string[] | undefined
  needs?: readonly string[] | undefined
  cp?: readonly string[] | undefined
  gbv_type?: string | undefined
  gbv_context?: string | undefined
  trafficking_form?: string | undefined
  tip?: readonly string[] | undefined
  harm?: readonly string[] | undefined
  hours_since_incident?: number | undefined
  deadline_days?: number | undefined
  alert_signs?: readonly string[] | undefined
  suicide_level?: CodeOf<'suicide_level'> | undefined
  wg_disabled?: boolean | undefined
} & Partial<
  Record<
    | 'contact_agreed'
    | 'danger_now'
    | 'perpetrator_near'
    | 'lives_with_perpetrator'
    | 'safe_tonight'
    | 'under_control'
    | 'detained_now'
    | 'medical_emergency'
    | 'pregnant',
    CodeOf<'yes_no'> | undefined
  >
>

export type Proposal = {
  risk: Risk
  restrict: boolean
  urgency: Urgency
  firstActionHours: number
  followupDays: number
  askBeforeContact: boolean
  clocks: CodeOf<'clinical_clock'>[]
  instruments: string[]
  tell: CodeOf<'tell_role'>[]
  services: string[]
  /** Every rule that spoke, most pressing first. */
  reasons: ({ rule: string } & Reason)[]
}

const RISKS: readonly Risk[] = ['LOW', 'MEDIUM', 'HIGH']
const URGENCIES: readonly Urgency[] = ['NORMAL', 'URGENT', 'EMERGENCY']

const highest = <T>(order: readonly T[], values: readonly (T | undefined)[]): T | undefined =>
  order.findLast((one) => values.includes(one))

const smallest = (values: readonly (number | undefined)[], limit: number): number =>
  Math.min(limit, ...values.filter((one) => one !== undefined))

const union = <T>(values: readonly (readonly T[] | undefined)[]): T[] => [
  ...new Set(values.flatMap((one) => one ?? [])),
]

export function propose(facts: RiskFacts, settings: RiskSettings = RISK_SETTINGS): Proposal {
  const known: Facts = { ...facts, child: childByFacts(facts, settings.adult_from) }
  const book = riskBook(settings)
  const fired = RISK_RULES.filter(({ when }) => holds(when, known, book))
  const effects = fired.map(({ then }) => then)
  const risk =
    highest(
      RISKS,
      effects.map((one) => one.risk),
    ) ?? 'LOW'
  const restrict = effects.some((one) => one.restrict)
  return {
    risk,
    restrict,
    urgency:
      highest(
        URGENCIES,
        effects.map((one) => one.urgency),
      ) ?? 'NORMAL',
    firstActionHours: smallest(
      effects.map((one) => one.first_action_h),
      LIMITS[risk].first_action_h,
    ),
    followupDays: smallest(
      effects.map((one) => one.followup_d),
      LIMITS[risk].followup_d,
    ),
    askBeforeContact: effects.some((one) => one.ask_before_contact),
    clocks: union(effects.map((one) => one.clocks)),
    instruments: union(effects.map((one) => one.instruments)),
    tell: told(effects, restrict),
    services: union(effects.map((one) => one.services)),
    reasons: fired.map(({ id, reason }) => ({ rule: id, ...reason })),
  }
}

/** On a restricted case the named supervisor is told, not the office's; some rules keep supervisors out entirely. */
function told(effects: readonly Effect[], restrict: boolean): CodeOf<'tell_role'>[] {
  const all = union(effects.map((one) => one.tell))
  const named = restrict ? all.map((role) => (role === 'SUPERVISOR' ? 'NAMED_SUPERVISOR' : role)) : all
  const only = effects.some((one) => one.tell_only)
  return [...new Set(named)].filter(
    (role) => !(only && (role === 'SUPERVISOR' || role === 'NAMED_SUPERVISOR')),
  )
}

/** What somebody decided; a part they did not decide is absent. */
export type Chosen = {
  risk?: string | undefined
  restrict?: boolean | undefined
  urgency?: string | undefined
  firstActionHours?: number | undefined
  followupDays?: number | undefined
}
export type Lowered = 'risk' | 'restrict' | 'urgency' | 'firstActionHours' | 'followupDays'

/** The parts that are less than proposed, in a fixed order; empty = nothing to explain. */
export function lessThanProposed(chosen: Chosen, proposal: Proposal): Lowered[] {
  const lower = <T>(order: readonly T[], mine: string | undefined, theirs: T): boolean =>
    mine !== undefined && (order as readonly unknown[]).indexOf(mine) < order.indexOf(theirs)
  const later = (mine: number | undefined, theirs: number): boolean => mine !== undefined && mine > theirs
  const parts: [Lowered, boolean][] = [
    ['risk', lower(RISKS, chosen.risk, proposal.risk)],
    ['restrict', proposal.restrict && chosen.restrict === false],
    ['urgency', lower(URGENCIES, chosen.urgency, proposal.urgency)],
    ['firstActionHours', later(chosen.firstActionHours, proposal.firstActionHours)],
    ['followupDays', later(chosen.followupDays, proposal.followupDays)],
  ]
  return parts.flatMap(([part, less]) => (less ? [part] : []))
}
