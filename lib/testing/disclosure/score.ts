import { breaches } from './attack'
import { enumerate } from './enumerate'
import { randomFrom, type Step } from './history'
import { type Answer, type Engine, play, readBy, smallMoves } from './play'
import type { System } from './system'
import { audiences } from './world'

/** Figures of one or many histories; all are sums, so scores can be added. */
export type Score = {
  histories: number
  tables: number
  withheldTables: number
  exact: number
  narrow: number
  smallMoves: number
  solvedTables: number
  solvedNarrow: number
  /** People counted in requests, and those of them in cells shown at the level chosen. */
  people: number
  shown: number
  /** Non-zero cells of the level chosen, and those of them left blank. */
  cells: number
  blank: number
}

export const noScore: Score = {
  histories: 0,
  tables: 0,
  withheldTables: 0,
  exact: 0,
  narrow: 0,
  smallMoves: 0,
  solvedTables: 0,
  solvedNarrow: 0,
  people: 0,
  shown: 0,
  cells: 0,
  blank: 0,
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
  let sum = usefulness(answers)
  for (const { audience, threshold } of audiences) {
    const moves = smallMoves(answers, threshold, audience).length
    sum = addScores(sum, { ...noScore, smallMoves: moves })
    for (const moment of moments(steps)) {
      const sofar = answers.slice(0, moment)
      const corrected = sofar.some(({ outcome }) => outcome.notes?.includes('CORRECTED'))
      sum = addScores(sum, attack(system, sofar, { audience, threshold, first: false }))
      if (corrected) sum = addScores(sum, attack(system, sofar, { audience, threshold, first: true }))
    }
  }
  return sum
}

/** After about two months, after any number of answers, and after all of them. */
function moments(steps: readonly Step[]): number[] {
  const people = steps.reduce((n, { counts }) => n + counts.length, 0)
  return [0.08, randomFrom(people)(), 1].map((part) => Math.ceil(steps.length * part))
}

type Reader = { audience: string; threshold: number; first: boolean }

function attack(system: System, answers: Answer[], { audience, threshold, first }: Reader): Score {
  const shown = readBy(answers, audience, first)
  const found = breaches(system, shown, threshold)
  const exact = found.filter((breach) => breach.kind === 'EXACT').length
  const solved = [...new Set(shown.filter((s) => s.value === null).map((s) => s.time))]
    .slice(0, 6)
    .flatMap((time) => [
      enumerate(
        system,
        shown.filter((s) => s.time === time),
      ) ?? [],
    ])
    .filter((ranges) => ranges.length > 0)
  const solvedNarrow = solved.flat().filter(({ low, high }) => high - low < threshold).length
  return { ...noScore, exact, narrow: found.length - exact, solvedTables: solved.length, solvedNarrow }
}

/** How much of what was asked for stands in the tables given out: people and cells at the level chosen. */
function usefulness(answers: readonly Answer[]): Score {
  return answers.reduce(
    (sum, { step, outcome }) => {
      const people = step.counts.reduce((n, { count }) => n + count, 0)
      if (outcome.outcome !== 'RELEASED') {
        return addScores(sum, { ...noScore, tables: 1, withheldTables: 1, people: step.reissue ? 0 : people })
      }
      const level = outcome.level ?? []
      const cells = (outcome.cells ?? []).filter(({ at }) =>
        at.every((code, d) => (code === '*') === (level[d] === '*')),
      )
      const leaves = cells.filter(({ at }) => isOfLevel(at[0] ?? '*', level[0] ?? '*'))
      const shown = Math.min(
        people,
        leaves.reduce((n, { value }) => n + (value ?? 0), 0),
      )
      const blank = leaves.filter(({ value }) => value === null).length
      const full = leaves.filter(({ value }) => value !== 0).length
      return addScores(sum, { ...noScore, tables: 1, people, shown, cells: full, blank })
    },
    { ...noScore, histories: 1 },
  )
}

/** Codes of cercles are longer than those of regions. */
const isOfLevel = (code: string, level: string) =>
  level === '*' ? code === '*' : (level === 'CERCLE') === code.includes('C')
