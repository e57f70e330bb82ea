import { openCalendar } from '@/lib/engines/clocks/calendar'
import { alertClocks } from '@/lib/engines/clocks/clocks'
import { MALI_OFFICE } from '@/lib/engines/clocks/office'
import { ALERT_RULES, type Priority } from '@/lib/engines/clocks/rules'
import type { AlertState } from './states'

const calendar = openCalendar(MALI_OFFICE)

type Timed = { urgency: string; state: string; raisedAt: Date; triagedAt?: Date | null }

/** The triage clock of one alert. PURE. */
export function triageClock(alert: Timed, now: Date) {
  const events = [{ verb: 'raise', at: alert.raisedAt, from: null, to: 'NEW' }]
  const decided = alert.triagedAt
    ? [{ verb: 'triage', at: alert.triagedAt, from: 'NEW', to: alert.state as AlertState }]
    : []
  const rules = ALERT_RULES[alert.urgency as Priority]
  return alertClocks([...events, ...decided], rules, calendar, now)[0]
}

/** When a new alert must be triaged. */
export const triageDueAt = (urgency: string, raisedAt: Date): Date | null =>
  triageClock({ urgency, state: 'NEW', raisedAt }, raisedAt)?.due ?? null
