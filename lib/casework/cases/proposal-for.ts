import { isCode } from '@/lib/base/codes/codes'
import type { CodeOf, ListName } from '@/lib/base/codes/lists'
import { ageFacts, type Birth } from '@/lib/base/time/age-on'
import { hoursAfter } from '@/lib/base/time/days'
import { isDisabled } from '@/lib/casework/people/functioning'
import { CARE_HOURS } from '@/lib/casework/tasks/kinds'
import { type Proposal, propose } from './propose'
import { RISK_SETTINGS } from './risk-book'

/** What a case knows of a person, as far as the table of risk reads it. */
export type KnownForRisk = {
  birth: Birth
  sex: string
  displacementStatus: string | null
  householdRole: string | null
  documentStatus: string | null
  safeContact: string | null
  concerns: readonly string[]
  specificNeeds: readonly string[]
  /** The coded facts of the person's own answer on page 1. */
  situation: Readonly<Record<string, string>>
  hoursSince: number | null
  gbvType?: string | undefined
  careArrangement: string | null
  functioning: readonly string[]
  /** What assessments say to the table, by its facts. */
  assessed?: Readonly<Record<string, string | boolean>> | undefined
}

const coded = <L extends ListName>(list: L, value: string | null | undefined): CodeOf<L> | undefined =>
  value && isCode(list, value) ? (value as CodeOf<L>) : undefined

/** What the codes entered so far propose. PURE. What nobody asked is absent and never lowers anything. */
export function proposalFor(known: KnownForRisk, day: string): Proposal {
  const { birth, situation, hoursSince, concerns, specificNeeds } = known
  const danger = situation.danger === 'GRAVE' || situation.danger === 'VITAL'
  return propose({
    ...ageFacts(birth, day, RISK_SETTINGS.adult_from),
    sex: coded('sex', known.sex),
    displacement_status: known.displacementStatus ?? undefined,
    household_role: known.householdRole ?? undefined,
    document_status: known.documentStatus ?? undefined,
    safe_contact: known.safeContact ?? undefined,
    caregiver_state: coded('caregiver_state', situation.caregiver),
    care_arrangement: known.careArrangement ?? undefined,
    wg_disabled: isDisabled(known.functioning),
    danger_now: danger ? 'YES' : undefined,
    concerns,
    needs: specificNeeds,
    gbv_type: known.gbvType || undefined,
    hours_since_incident: hoursSince ?? undefined,
    ...known.assessed,
  })
}

const CLOCK_HOURS: Readonly<Record<CodeOf<'clinical_clock'>, number>> = {
  PEP_72: CARE_HOURS.CARE_PEP,
  EC_120: CARE_HOURS.CARE_EC,
  INJURY_NOW: 0,
}

/** Until when care still helps, counted from the event; where its hour is not known, from when the case began. PURE. */
export const clinicalDue = (clock: string, from: Date): Date =>
  hoursAfter(from, isCode('clinical_clock', clock) ? CLOCK_HOURS[clock] : 0)
