import { alertClocks } from '@/lib/engines/clocks/clocks'
import type { Priority } from '@/lib/engines/clocks/rules'
import { defaultSettings } from '@/lib/engines/clocks/settings'
import type { AlertState } from './states'

type Timed = { urgency: string; state: string; raisedAt: Date; triagedAt?: Date | null }

/** The triage clock of one alert. PURE. */
export function triageClock(alert: Timed, now: Date, settings = defaultSettings) {
  const events = [{ verb: 'raise', at: alert.raisedAt, from: null, to: 'NEW' }]
  const decided = alert.triagedAt
    ? [{ verb: 'triage', at: alert.triagedAt, from: 'NEW', to: alert.state as AlertState }]
    : []
  const rules = settings.alert[alert.urgency as Priority]
  return alertClocks([...events, ...decided], rules, settings.calendar, now)[0]
}

/** When a new alert must be triaged. */
export const triageDueAt = (urgency: string, raisedAt: Date): Date | null =>
  triageClock({ urgency, state: 'NEW', raisedAt }, raisedAt)?.due ?? null
