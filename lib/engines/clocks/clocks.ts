import { Calendar } from './calendar'
import { countIn } from './count'
import { ClockError } from './error'
import { openRules } from './in-force'
import { measure } from './measure'
import { type ReadEvent, readEvents, readInstant } from './read'
import { pulls, runsOf } from './runs'
import type { Clock, ClockEvent, RulesInForce, Wiring } from './types'
import {
  ALERT_CLOCKS,
  ALERT_WIRING,
  type AlertClockKind,
  CASE_CLOCKS,
  CASE_WIRING,
  type CaseClockKind,
  REFERRAL_CLOCKS,
  REFERRAL_WIRING,
  type ReferralClockKind,
} from './wiring'

/** Two machines may disagree this much: an event that far ahead has happened; later ones have not happened yet. */
export const SKEW_MS = 120_000

type Reading<K extends string> = {
  readonly events: readonly ClockEvent[]
  readonly rules: RulesInForce<K>
  readonly calendar: Calendar
  readonly now: Date
}

/** Every clock of these kinds, in the order of `kinds`, then by start. @throws ClockError and nothing else */
export function readClocks<K extends string>(
  kinds: readonly K[],
  wiring: Readonly<Record<K, Wiring>>,
  { events, rules, calendar, now }: Reading<K>,
): Clock<K>[] {
  if (!(calendar instanceof Calendar)) throw new ClockError('calendar', 'WRONG_TYPE')
  const instant = readInstant(now, 'now')
  const past = readEvents(events).filter((event) => event.at <= instant + SKEW_MS)
  return kinds.flatMap((kind) => {
    const wired = wiring[kind]
    const asOf = effectiveNow(wired, past, instant)
    return runsOf(wired, past, openRules(rules, kind)).map((run) =>
      measure(kind, run, { count: countIn(run.rule.unit, calendar), now: asOf, calendar }),
    )
  })
}

// Moving `now` up to the event, not the event back to `now`, gives the same answer one minute later.
function effectiveNow(wiring: Wiring, events: readonly ReadEvent[], now: number): number {
  const { starts, meets, ends, resumes = [], handsOver = [], rebases = [] } = wiring
  const all = [...starts, ...meets, ...ends, ...resumes, ...handsOver, ...rebases]
  const last = events.findLast((event) => pulls(event, all) || (event.to !== null && event.to !== event.from))
  return Math.max(now, last?.at ?? now)
}

/** Clocks of one referral from its events (the verbs of the referral table, and `review` for an emergency). */
export const referralClocks = (
  events: readonly ClockEvent[],
  rules: RulesInForce<ReferralClockKind>,
  calendar: Calendar,
  now: Date,
): Clock<ReferralClockKind>[] =>
  readClocks(REFERRAL_CLOCKS, REFERRAL_WIRING, { events, rules, calendar, now })

/** The triage clock of one alert: `raise`, then the state it enters. */
export const alertClocks = (
  events: readonly ClockEvent[],
  rules: RulesInForce<AlertClockKind>,
  calendar: Calendar,
  now: Date,
): Clock<AlertClockKind>[] => readClocks(ALERT_CLOCKS, ALERT_WIRING, { events, rules, calendar, now })

/** Clocks of one case: open, act, assess, agree-plan, follow-up, supervise, hand-over, rate-risk, reopen. */
export const caseClocks = (
  events: readonly ClockEvent[],
  rules: RulesInForce<CaseClockKind>,
  calendar: Calendar,
  now: Date,
): Clock<CaseClockKind>[] => readClocks(CASE_CLOCKS, CASE_WIRING, { events, rules, calendar, now })
