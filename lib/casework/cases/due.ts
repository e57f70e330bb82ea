import { startOfDay } from '@/lib/base/time/days'
import { caseClocks } from '@/lib/engines/clocks/clocks'
import { officeCloses, untilOfficeCloses } from '@/lib/engines/clocks/office-day'
import { pressing } from '@/lib/engines/clocks/pressing'
import { PRIORITIES, type Priority, RISKS, type Risk } from '@/lib/engines/clocks/rules'
import { defaultSettings } from '@/lib/engines/clocks/settings'
import type { ClockEvent } from '@/lib/engines/clocks/types'
import { isAlive } from './states'

type Timed = {
  state: string
  closureReason: string | null
  risk: string | null
  /** When the person was first reported; what is promised runs from here. */
  askedAt?: Date | null
  openedAt: Date
  registeredAt: Date | null
  /** Help given, a meeting, a referral taken or an emergency sent. Registered or submitted is no action. */
  firstActionAt: Date | null
  lastContactOn: string | null
  /** Moves that stop or start the clocks: waiting, closing, opening again. Oldest first. */
  moves?: readonly CaseMove[]
  /** The most pressing alert about this person: a risk rated lower gives its first action no more time. */
  alertUrgency?: string | null
  /** The day set with the person at their last follow-up, where one was. */
  chosen?: ChosenDay | null
}
/**
 * A day set with the person. `laterReason`: why it was put off, which the supervisor sees; `risk`: rated so then; `at`: when it was
 * recorded; `day`: of the follow-up itself.
 */
export type ChosenDay = { on: string; day: string; risk: string; laterReason: string | null; at: Date }
export type CaseMove = { verb: string; at: Date; from: string; to: string }
export type Due = { kind: string; at: Date }

/** The promises this product already keeps time of: the first action and the next contact. */
const kept = ['first-action', 'follow-up']

/** Until a case is registered its promise is that of the highest risk: nobody has rated it yet. PURE. */
export function clocksOfCase(record: Timed, now: Date, settings = defaultSettings) {
  const { calendar } = settings
  const risk = (record.risk ?? 'HIGH') as Risk
  const first = RISKS[Math.min(RISKS.indexOf(risk), placeOf(record.alertUrgency))] ?? risk
  const rules = { ...settings.case[risk], 'first-action': settings.case[first]['first-action'] }
  return caseClocks(eventsOf(record), rules, calendar, now)
    .filter((clock) => kept.includes(clock.kind))
    .map((clock) => untilOfficeCloses(clock, calendar))
}

/** Where an alert's urgency stands among the risks, most pressing first; no alert asks for nothing. */
const placeOf = (urgency: string | null | undefined): number => {
  const place = PRIORITIES.indexOf(urgency as Priority)
  return place < 0 ? RISKS.length : place
}

function eventsOf({ askedAt, openedAt, firstActionAt, lastContactOn, moves = [] }: Timed): ClockEvent[] {
  const events: ClockEvent[] = [{ verb: 'open', at: askedAt ?? openedAt, from: null, to: 'OPEN' }]
  if (firstActionAt) events.push({ verb: 'act', at: firstActionAt, from: 'OPEN', to: 'OPEN' })
  const contact = lastContactOn && startOfDay(lastContactOn)
  if (contact && contact > openedAt) events.push({ verb: 'follow-up', at: contact, from: 'OPEN', to: 'OPEN' })
  for (const move of moves) {
    events.push(move)
    // Who was helped once is followed up after coming back; the first action is not promised a second time.
    if (move.verb === 'reopen' && firstActionAt) events.push({ ...move, verb: 'act', from: 'OPEN' })
  }
  return events.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** What is kept on the row by whoever wrote it last: what every page says, alert and all. */
export const keptDue = (record: { nextDueAt: Date | null; nextDueKind: string | null }): Due | null =>
  record.nextDueAt && record.nextDueKind ? { kind: record.nextDueKind, at: record.nextDueAt } : null

/** The due date a list is ordered by; nothing for a case that is over. PURE. */
export function pressingDue(record: Timed, now: Date): Due | null {
  if (!isAlive(record)) return null
  const clock = pressing(clocksOfCase(record, now))
  if (!clock?.due || clock.stoppedAt) return null
  return { kind: clock.kind, at: clock.kind === 'follow-up' ? asChosen(clock.due, record) : clock.due }
}

/** The contact is due on the day set with the person: sooner than the rhythm as it was said, later only while its reason holds. */
function asChosen(due: Date, record: Timed): Date {
  const on = holding(record)
  if (!on) return due
  const chosen = officeCloses(startOfDay(on.on), defaultSettings.calendar)
  return chosen < due || on.laterReason !== null ? chosen : due
}

/** The day that still holds: no contact since, not put off for another risk, and the clocks have not begun again since. PURE. */
export function holding({ chosen, lastContactOn, risk, moves = [] }: Timed): ChosenDay | undefined {
  if (!chosen || (lastContactOn && lastContactOn > chosen.day)) return undefined
  if (chosen.laterReason !== null && chosen.risk !== (risk ?? 'HIGH')) return undefined
  const again = moves.some(({ verb, at }) => (verb === 'resume' || verb === 'reopen') && at > chosen.at)
  return again ? undefined : chosen
}
