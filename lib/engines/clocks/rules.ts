import type { ClockRule, Rules } from './types'
import type { AlertClockKind, CaseClockKind, ReferralClockKind } from './wiring'

export const PRIORITIES = ['EMERGENCY', 'URGENT', 'NORMAL'] as const
export type Priority = (typeof PRIORITIES)[number]

export const RISKS = ['HIGH', 'MEDIUM', 'LOW'] as const
/** `NONE` (information only) has no clocks and therefore no row. */
export type Risk = (typeof RISKS)[number]

export type RuleTable<Row extends string, K extends string> = Readonly<Record<Row, Rules<K>>>

const WARN_AT = [0.5, 0.8]
const hours = (limit: number, pauseIn: readonly string[] = []): ClockRule => ({
  limit,
  unit: 'HOURS',
  warnAt: WARN_AT,
  pauseIn,
})
const days = (limit: number, pauseIn: readonly string[] = []): ClockRule => ({
  limit,
  unit: 'DAYS',
  warnAt: WARN_AT,
  pauseIn,
})

const ASKED = ['INFO_REQUESTED']
const HELD = ['ON_HOLD']

/** Product defaults, not a standard: no rule fixes these hours for Mali, so every field is a setting. */
export const REFERRAL_RULES: RuleTable<Priority, ReferralClockKind> = {
  EMERGENCY: {
    review: hours(4),
    approve: hours(1),
    acknowledge: hours(4),
    reply: hours(4),
    decide: hours(24, ASKED),
    feedback: hours(24),
    'follow-on': days(1),
    explain: days(1),
    verify: days(14),
  },
  URGENT: {
    review: hours(4),
    approve: hours(4),
    acknowledge: hours(24),
    reply: hours(24),
    decide: hours(72, ASKED),
    feedback: hours(72),
    'follow-on': days(1),
    explain: days(2),
    verify: days(14),
  },
  NORMAL: {
    review: hours(4),
    approve: hours(24),
    acknowledge: hours(48),
    reply: hours(48),
    decide: hours(168, ASKED),
    feedback: hours(336),
    'follow-on': days(2),
    explain: days(4),
    verify: days(14),
  },
}

export const ALERT_RULES: RuleTable<Priority, AlertClockKind> = {
  EMERGENCY: { triage: hours(4) },
  URGENT: { triage: hours(24) },
  NORMAL: { triage: hours(72) },
}

/** On hold stops what is promised to the person, until the day on which somebody looks again; supervising goes on. */
export const CASE_RULES: RuleTable<Risk, CaseClockKind> = {
  HIGH: {
    'first-action': hours(24, HELD),
    assess: days(3, HELD),
    plan: days(7, HELD),
    'follow-up': days(7, HELD),
    supervise: days(14),
  },
  MEDIUM: {
    'first-action': hours(72, HELD),
    assess: days(7, HELD),
    plan: days(14, HELD),
    'follow-up': days(14, HELD),
    supervise: days(30),
  },
  LOW: {
    'first-action': hours(168, HELD),
    assess: days(14, HELD),
    plan: days(30, HELD),
    'follow-up': days(30, HELD),
    supervise: days(90),
  },
}
