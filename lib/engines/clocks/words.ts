import { selector, spell, spellLimit } from './spell'
import type { Clock, ClockMessageKey, Phrase } from './types'

/** CSS word of the clock in a list. */
export type Tone = 'good' | 'calm' | 'soon' | 'late'

/** Said beside a clock that counts working days in a year whose holidays nobody entered. */
export const holidayWarning = ({ holidaysUnknownIn }: Clock): Phrase | null =>
  holidaysUnknownIn === null ? null : phrase('clocks.holidays-unknown', { year: String(holidaysUnknownIn) })

const SOON_MS = 4 * 3_600_000
const DAY = 86_400_000

/** A clock for a list: "En retard de 17 j", "Reste 1 h 18", "En pause depuis 2 h", "Fait en 1 h 45, limite 24 h". */
export function clockWords(clock: Clock): Phrase {
  if (clock.stoppedAt) return stoppedWords(clock)
  if (clock.state === 'breached') return phrase('clocks.late', spell('late', lateBy(clock)))
  if (clock.pausedSince) return phrase('clocks.paused', spell('since', passed(clock.pausedSince, clock.asOf)))
  return phrase('clocks.left', leftOf(clock))
}

function stoppedWords(clock: Clock): Phrase {
  const used = spell('used', clock.used, clock.unit)
  const without = endedWithout(clock)
  // A service that was not obtained is known at least; an answer that nobody gave is nothing that was done.
  const met = clock.outcome === 'MET' && (!without || clock.kind === 'feedback')
  const key = !met ? 'clocks.stopped' : clock.breachedAt ? 'clocks.met-late' : 'clocks.met'
  const kind = without ? 'not_obtained' : endedBy(clock, RETURNED) ? 'returned' : selector(clock.kind)
  return phrase(key, { kind, ...used, ...spellLimit(clock.limit, clock.unit) })
}

type Endings = Readonly<Record<string, readonly string[]>>
/** What ends a clock although what it waits for did not come: nobody obtained the service, nobody answered. */
const WITHOUT: Endings = {
  feedback: ['report-not-accessed'],
  reply: ['accept', 'decline'],
  explain: ['verify', 'close-unserved'],
}
/** What was looked at in time and given back is not approved. */
const RETURNED: Endings = { approve: ['return'] }

const endedBy = ({ kind, outcome, stoppedAt, steps }: Clock, endings: Endings): boolean =>
  outcome === 'MET' &&
  steps.some(({ verb, at }) => endings[kind]?.includes(verb) && at.getTime() === stoppedAt?.getTime())
const endedWithout = (clock: Clock): boolean => endedBy(clock, WITHOUT)

/** What waits without a limit (a closure to sign, a duplicate): "Depuis 4 j". */
export const waitingWords = (since: Date, now: Date): Phrase =>
  phrase('clocks.since', spell('since', Math.max(0, passed(since, now))))

/** The name of a clock: "Décision", "Accusé de réception". */
export const clockName = (kind: Clock['kind']): Phrase => phrase('clocks.name', { kind: selector(kind) })

export function toneOf(clock: Clock): Tone {
  if (clock.state === 'breached') return 'late'
  if (clock.stoppedAt) return clock.outcome === 'MET' && !endedWithout(clock) ? 'good' : 'calm'
  if (clock.state === 'paused') return 'calm'
  const lastWarning = clock.warnings.at(-1)?.share ?? 1
  return clock.ratio >= lastWarning || clock.left <= SOON_MS ? 'soon' : 'calm'
}

/** Width of the bar, 0 to 100. */
export const barOf = (clock: Clock): number => Math.min(100, Math.floor(clock.ratio * 100))

// Late is said in real time, closing days included: the person waits on Sundays too.
const lateBy = (clock: Clock) => passed(clock.due ?? clock.asOf, clock.asOf)

// Under one working day the hours of counted time say little; the time until the due instant does.
function leftOf(clock: Clock) {
  if (clock.unit !== 'WORKING_DAYS' || clock.left >= DAY || !clock.due)
    return spell('left', clock.left, clock.unit)
  return spell('left', passed(clock.asOf, clock.due))
}

const passed = (from: Date, to: Date) => to.getTime() - from.getTime()

const phrase = (key: ClockMessageKey, values: Record<string, string | number>): Phrase => ({ key, values })
