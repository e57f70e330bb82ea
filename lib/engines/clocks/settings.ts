import { type Calendar, type CalendarSettings, openCalendar } from './calendar'
import { MALI_OFFICE } from './office'
import { ALERT_RULES, CASE_RULES, type Priority, REFERRAL_RULES, type Risk, type RuleTable } from './rules'
import type { AlertClockKind, CaseClockKind, ReferralClockKind } from './wiring'

/** Everything an office may set about its clocks, ready to count with. */
export type ClockSettings = {
  readonly calendar: Calendar
  readonly referral: RuleTable<Priority, ReferralClockKind>
  readonly alert: RuleTable<Priority, AlertClockKind>
  readonly case: RuleTable<Risk, CaseClockKind>
}

/** Settings as they are stored; what is missing is the default. @throws ClockError naming `calendar.…` */
export const openSettings = (
  given: Partial<Omit<ClockSettings, 'calendar'>> & { readonly calendar?: CalendarSettings } = {},
): ClockSettings => ({
  referral: given.referral ?? REFERRAL_RULES,
  alert: given.alert ?? ALERT_RULES,
  case: given.case ?? CASE_RULES,
  calendar: openCalendar(given.calendar ?? MALI_OFFICE),
})

export const defaultSettings: ClockSettings = openSettings()
