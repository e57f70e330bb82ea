import casework from '@/drizzle/seed/reference/casework.json'
import referrals from '@/drizzle/seed/reference/referrals.json'
import type { CodeOf } from './lists'

/** Limits of a referral in hours after sending. Defaults: each instance may set its own. */
export type PriorityClocks = { ackHours: number; decisionHours: number; actWithinHours: number }

/** Limits of a case: the first action in hours, the rest in calendar days. */
export type RiskClocks = {
  firstActionHours: number
  assessmentDays: number
  planDays: number
  followupEveryDays: number
  supervisorReviewDays: number
}

/** Default referral clocks of a priority. */
export function priorityClocks(priority: CodeOf<'referral_priority'>): PriorityClocks {
  const entry = referrals.referral_priority.find(({ code }) => code === priority)
  if (!entry) throw new RangeError(`No clocks for priority ${priority}`)
  const { ackDueHours, decisionDueHours, actWithinHours } = entry
  return { ackHours: ackDueHours, decisionHours: decisionDueHours, actWithinHours }
}

/** Default case clocks of a risk level; `null` for NONE, which opens no case. */
export function riskClocks(risk: CodeOf<'risk_level'>): RiskClocks | null {
  const entry = casework.risk_level.find(({ code }) => code === risk)
  if (entry?.firstActionHours === undefined) return null
  const { firstActionHours, assessmentDays, planDays, followupEveryDays, supervisorReviewDays } = entry
  return { firstActionHours, assessmentDays, planDays, followupEveryDays, supervisorReviewDays }
}
