import { startOfDay } from '@/lib/base/time/days'
import { officeCloses } from '@/lib/engines/clocks/office-day'
import { RISKS, type Risk } from '@/lib/engines/clocks/rules'
import { defaultSettings } from '@/lib/engines/clocks/settings'
import type { ClockRule } from '@/lib/engines/clocks/types'
import type { CaseClockKind } from '@/lib/engines/clocks/wiring'
import type { RiskLimit, TemplateDue } from './templates'

/** Until when an action is to be done, as it was agreed: hours, days, a limit of the case's risk. At least one. */
export type Limit = { hours: number | null; days: number | null; risk: CaseClockKind | null }
export type DueBy = 'HOURS' | 'DAYS' | 'RISK'
export type Counted = { at: Date; by: DueBy }

const HOUR_MS = 3_600_000

const CLOCK_OF: Record<RiskLimit, CaseClockKind> = {
  first_action_h: 'first-action',
  assessment_d: 'assess',
  plan_d: 'plan',
  followup_d: 'follow-up',
  review_d: 'supervise',
}

/** A template's limit as a row keeps it. PURE. */
export const limitOf = ({ hours, days, risk_limit: risk }: TemplateDue): Limit => ({
  hours: hours ?? null,
  days: days ?? null,
  risk: risk ? CLOCK_OF[risk] : null,
})

/** Of an action that is nobody's template and has no date: the next time the person is met, by the risk. */
export const NEXT_CONTACT: Limit = { hours: null, days: null, risk: 'follow-up' }

/**
 * From when what was agreed on an earlier day is counted: nobody noted the hour, so the latest at which it can have been, when
 * the office closed. Counted from midnight, 24 hours agreed yesterday would be late before anybody could write them down. PURE.
 */
export const countedOnDay = (agreedOn: string, { calendar } = defaultSettings): Date =>
  officeCloses(startOfDay(agreedOn), calendar)

/** Nobody has rated it yet: the highest; no clock at all (information only): the lowest. PURE. */
export const ratedAs = (risk: string | null): Risk =>
  risk === null ? 'HIGH' : (RISKS.find((one) => one === risk) ?? 'LOW')

/** The rule of a risk's limit, as the settings of clocks have it. PURE. */
export const riskRule = (kind: CaseClockKind, risk: string | null, settings = defaultSettings): ClockRule =>
  settings.case[ratedAs(risk)][kind]

/**
 * When an action is due: the shortest of its limits. Hours run to the minute; days, and a risk's limit in days, end with the
 * office's day. PURE.
 * @param from casework time from which it is counted: when the plan was agreed
 */
export function countDue(limit: Limit, from: Date, risk: string | null, settings = defaultSettings): Counted {
  const after = (amount: number, unit: 'HOURS' | 'DAYS', by: DueBy): Counted => {
    const at = new Date(from.getTime() + amount * (unit === 'HOURS' ? 1 : 24) * HOUR_MS)
    return { at: unit === 'HOURS' ? at : officeCloses(at, settings.calendar), by }
  }
  const rule = limit.risk && riskRule(limit.risk, risk, settings)
  const all = [
    ...(limit.hours ? [after(limit.hours, 'HOURS', 'HOURS')] : []),
    ...(limit.days ? [after(limit.days, 'DAYS', 'DAYS')] : []),
    ...(rule ? [after(rule.limit, rule.unit === 'HOURS' ? 'HOURS' : 'DAYS', 'RISK')] : []),
  ]
  const [first] = all.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return first ?? countDue(NEXT_CONTACT, from, risk, settings)
}
