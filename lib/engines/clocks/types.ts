import type { fr } from '@/lib/base/wording/fr/clocks'

/** HOURS run day and night. DAYS keep the local time of day. WORKING_DAYS skip the days the office is closed. */
export type ClockUnit = 'HOURS' | 'DAYS' | 'WORKING_DAYS'

/** One line of a settings table; the database may override every field. */
export type ClockRule = {
  /** In `unit`, above 0. */
  readonly limit: number
  readonly unit: ClockUnit
  /** Shares of the limit at which somebody is warned, ascending, each between 0 and 1. */
  readonly warnAt: readonly number[]
  /** States in which the clock stands still. */
  readonly pauseIn: readonly string[]
}

export type Rules<K extends string = string> = Readonly<Record<K, ClockRule>>

/** Rules with the instant from which they hold; `null` = since always. */
export type DatedRules<K extends string = string> = { readonly from: Date | null; readonly rules: Rules<K> }

export type RulesInForce<K extends string = string> = Rules<K> | readonly DatedRules<K>[]

/** One line of the event log. A verb nobody wired to a clock changes nothing. */
export type ClockEvent = {
  readonly verb: string
  readonly at: Date
  readonly from?: string | null
  readonly to?: string | null
  /** Order among events of the same instant; without it the order given. */
  readonly seq?: number
  /** Required on `rebase`: why a running clock takes the rule now in force. */
  readonly reason?: string | null
}

/**
 * What moves a clock: a verb (`send`), a state entered (`CLOSED`) or a passage (`DRAFT>OPEN`, `>OPEN` from nothing).
 */
export type Wiring = {
  readonly starts: readonly string[]
  readonly meets: readonly string[]
  readonly ends: readonly string[]
  /** Takes back the last `meets`: the clock goes on as if it had never been met. */
  readonly resumes?: readonly string[]
  readonly handsOver?: readonly string[]
  readonly rebases?: readonly string[]
  /** Meeting the clock starts the next one (follow-up every n days). */
  readonly repeats?: boolean
}

/** `stopped` = ended before it was due without an answer (cancelled, withdrawn, handed over): neither met nor late. */
export type ClockState = 'running' | 'paused' | 'met' | 'breached' | 'stopped'
export type ClockOutcome = 'MET' | 'ENDED' | 'HANDED_OVER'

export type ClockMessageKey = `clocks.${keyof typeof fr}`
export type Phrase = { readonly key: ClockMessageKey; readonly values: Record<string, string | number> }

/** One event that led to the answer, ready for `t(key, values)` beside its time. */
export type Step = Phrase & { readonly at: Date; readonly verb: string }

export type Clock<K extends string = string> = {
  readonly kind: K
  readonly state: ClockState
  readonly unit: ClockUnit
  readonly startedAt: Date
  readonly stoppedAt: Date | null
  readonly outcome: ClockOutcome | null
  /** When the limit is (or would have been) reached; `null` while a pause hides it. On time means not after it. */
  readonly due: Date | null
  readonly warnings: readonly { readonly share: number; readonly at: Date | null }[]
  /** = `due` once it has passed without an answer. */
  readonly breachedAt: Date | null
  readonly pausedSince: Date | null
  /** Milliseconds of counted time; a working day counts 24 h. used + left = limit, left below 0 when late. */
  readonly limit: number
  readonly used: number
  readonly left: number
  /** used ÷ limit, above 1 when late. */
  readonly ratio: number
  /**
   * A year that this clock counts working days in although nobody entered its holidays: what it says about days is then
   * a guess. Null when all are known, and for clocks that do not look at holidays.
   */
  readonly holidaysUnknownIn: number | null
  /** The effective `now` of the answer: used by the words. */
  readonly asOf: Date
  readonly steps: readonly Step[]
}
