import { ClockError } from './error'
import { isRecord } from './read'
import type { Clock } from './types'

/** A quantile in counted milliseconds; `null` when fewer than that share is known to be answered by `observedTo`. */
export type Quantile = { readonly ms: number | null; readonly atLeast: number | null }

export type Figures = {
  readonly clocks: number
  /** Answered, late or not: the only ones that end a waiting time. */
  readonly answered: number
  /** Still waiting, or ended without an answer: known only to have lasted at least as long as they did. */
  readonly censored: number
  readonly median: Quantile
  readonly p90: Quantile
  readonly onTime: OnTime
}

export type OnTime = {
  /** Answered not after the due instant. */
  readonly numerator: number
  /** Clocks whose fate is known: answered, or past due whatever became of them. */
  readonly denominator: number
  /** Not in the denominator: still within the limit, or ended within it without an answer. */
  readonly pending: number
  readonly stopped: number
  /** 0 to 1; `null` without a denominator. */
  readonly rate: number | null
}

/**
 * Figures over clocks of one kind, in one unit, read at one `now`.
 * Quantiles follow Kaplan and Meier: leaving out what still waits would make silence look like speed.
 * @throws ClockError MIXED when kinds or units differ
 */
export function figures(clocks: readonly Clock[]): Figures {
  checkAlike(clocks)
  const answered = clocks.filter(({ outcome }) => outcome === 'MET')
  const curve = survival(clocks)
  const longest = clocks.length === 0 ? null : Math.max(...clocks.map(({ used }) => used))
  const quantile = (share: number): Quantile => {
    const point = curve.find(({ waiting }) => waiting <= 1 - share + 1e-9)
    return point ? { ms: point.used, atLeast: null } : { ms: null, atLeast: longest }
  }
  return {
    clocks: clocks.length,
    answered: answered.length,
    censored: clocks.length - answered.length,
    median: quantile(0.5),
    p90: quantile(0.9),
    onTime: onTimeOf(clocks),
  }
}

function onTimeOf(clocks: readonly Clock[]): OnTime {
  const numerator = clocks.filter(({ state }) => state === 'met').length
  const stopped = clocks.filter(({ state }) => state === 'stopped').length
  const pending = clocks.filter(({ state }) => state === 'running' || state === 'paused').length
  const denominator = clocks.length - stopped - pending
  return {
    numerator,
    denominator,
    pending,
    stopped,
    rate: denominator === 0 ? null : numerator / denominator,
  }
}

/** Share still waiting after each duration at which something was answered. */
function survival(clocks: readonly Clock[]): { used: number; waiting: number }[] {
  // At equal durations answers come first: a clock censored there was still waiting when they came.
  const sorted = clocks.toSorted((a, b) => a.used - b.used || rank(a) - rank(b))
  let waiting = 1
  return sorted.flatMap(({ used, outcome }, i) => {
    if (outcome !== 'MET') return []
    const atRisk = sorted.length - i
    waiting *= (atRisk - 1) / atRisk
    return [{ used, waiting }]
  })
}

const rank = (clock: Clock) => (clock.outcome === 'MET' ? 0 : 1)

function checkAlike(clocks: readonly unknown[]): void {
  if (!Array.isArray(clocks)) throw new ClockError('clocks', 'WRONG_TYPE')
  const first: unknown = clocks[0]
  for (const [i, clock] of Array.from<unknown>(clocks).entries()) {
    const field = `clocks[${i}]`
    if (!isRecord(clock) || !isRecord(first)) throw new ClockError(field, 'WRONG_TYPE')
    if (typeof clock.used !== 'number') throw new ClockError(`${field}.used`, 'WRONG_TYPE')
    if (!(clock.used >= 0 && clock.used < Number.POSITIVE_INFINITY))
      throw new ClockError(`${field}.used`, 'OUT_OF_RANGE')
    if (clock.kind !== first.kind) throw new ClockError(`${field}.kind`, 'MIXED')
    if (clock.unit !== first.unit) throw new ClockError(`${field}.unit`, 'MIXED')
  }
}
