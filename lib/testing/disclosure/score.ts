import { breaches } from './attack'
import { randomFrom, type Step } from './history'
import { type Answer, type Engine, play, readBy, smallMoves } from './play'
import type { System } from './system'
import { audiences } from './world'

/** Figures of one or many histories; all are sums, so scores can be added. */
export type Score = {
  histories: number
  /** Tables asked for by each audience, those that wait and those that stay inside. */
  tables: number
  carried: number
  withheld: number
  figures: number
  exact: number
  narrow: number
  smallMoves: number
  /** Figures below the threshold of who reads them. */
  tooSmall: number
}

export const noScore: Score = {
  histories: 0,
  tables: 0,
  carried: 0,
  withheld: 0,
  figures: 0,
  exact: 0,
  narrow: 0,
  smallMoves: 0,
  tooSmall: 0,
}

export function addScores(a: Score, b: Score): Score {
  const sum = { ...noScore }
  for (const key of Object.keys(noScore) as (keyof Score)[]) sum[key] = a[key] + b[key]
  return sum
}

/**
 * Plays one history through an engine and lets every audience attack what it can read: at the end, early on and
 * at one moment in between, since a range may be telling before later tables make it certain and harmless.
 */
export function score(system: System, steps: readonly Step[], engine: Engine): Score {
  const answers = play(steps, engine)
  let sum = summary(answers)
  for (const { audience, threshold } of audiences) {
    const moves = smallMoves(answers, threshold, audience).length
    sum = addScores(sum, { ...noScore, smallMoves: moves })
    for (const moment of moments(steps)) {
      const sofar = answers.slice(0, moment)
      const corrected = sofar.some(({ given }) => given.some(({ state }) => state === 'CORRECTED'))
      for (const first of corrected ? [false, true] : [false]) {
        const found = breaches(system, readBy(sofar, audience, first), threshold)
        const exact = found.filter(({ kind }) => kind === 'EXACT').length
        sum = addScores(sum, { ...noScore, exact, narrow: found.length - exact })
      }
    }
  }
  return sum
}

/** After about two months, after any number of answers, and after all of them. */
function moments(steps: readonly Step[]): number[] {
  const people = steps.reduce((n, step) => n + step.people.length, 0)
  return [0.08, randomFrom(people)(), 1].map((part) => Math.ceil(steps.length * part))
}

function summary(answers: readonly Answer[]): Score {
  const given = answers.flatMap((answer) => answer.given)
  const thresholds = new Map(audiences.map(({ audience, threshold }) => [audience, threshold]))
  const cells = given.flatMap(({ audience, cells: own = [] }) =>
    own.map(({ value }) => value < (thresholds.get(audience) ?? 0)),
  )
  return {
    ...noScore,
    histories: 1,
    tables: given.length,
    carried: given.filter(({ state }) => state === 'CARRIED').length,
    withheld: given.filter(({ state }) => state === 'WITHHELD').length,
    figures: cells.length,
    tooSmall: cells.filter((small) => small).length,
  }
}
