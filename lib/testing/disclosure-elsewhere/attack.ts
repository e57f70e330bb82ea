import { type Asked, type Discloser, READERS, type Reader } from './api'
import { nameAtoms } from './atoms'
import { writeDown } from './knowledge'
import { Polytope } from './polytope'
import { groupPeriods, readable, runHistory, type Seen } from './seen'
import { type Target, targetsOf } from './targets'
import { usefulness } from './usefulness'
import { history } from './world'

/** What one reader made of all that was shown. Counts are of sets of 1 to threshold − 1 people, if not said otherwise. */
export type Findings = {
  reader: string
  /** Small sets that could be asked for. */
  small: number
  /** Known to the person. */
  exact: number
  /** Known to within three values, not exactly. */
  narrow: number
  /** Fewer values than the threshold remain possible (with the above). */
  tight: number
  /** Sets known to be empty: what everybody else must be is known of those around them. */
  zeros: number
  /** Groups of periods whose figures contradict what is assumed of them: nothing was tried there. */
  contradictory: number
  examples: string[]
}
/** `refused`: requests of the history that were not answered at all, with the reason. */
export type Score = {
  findings: Findings[]
  useful: { people: number; tables: number; cells: number }
  refused: string[]
}

/** Tries one history through the eyes of every reader. */
export function attackHistory<Memory>(discloser: Discloser<Memory>, steps: readonly Asked[]): Score {
  const seen = runHistory(discloser, steps)
  const readers = READERS.filter(({ reads }) =>
    discloser.audiences.some(({ audience }) => reads.includes(audience)),
  )
  return {
    findings: readers.map((reader) => look(seen, reader)),
    useful: usefulness(seen),
    refused: seen.flatMap(({ asked, version, refused }) =>
      refused ? [`${asked.period} version ${version + 1}: ${refused}`] : [],
    ),
  }
}

/** The history that a seed makes up, attacked. */
export const attack = <Memory>(seed: number, discloser: Discloser<Memory>, months = 6): Score =>
  attackHistory(discloser, history(seed, months))

function look(seen: readonly Seen[], reader: Reader): Findings {
  const findings: Findings = {
    reader: reader.reader,
    small: 0,
    exact: 0,
    narrow: 0,
    tight: 0,
    zeros: 0,
    contradictory: 0,
    examples: [],
  }
  const visible = seen.map((step) => ({ ...step, outputs: readable(step.outputs, reader) }))
  for (const group of groupPeriods(visible)) lookAt(group, reader, findings)
  return findings
}

function lookAt(group: readonly Seen[], reader: Reader, findings: Findings) {
  const atoms = nameAtoms(group)
  const known = writeDown(group, atoms, reader)
  let possible: Polytope
  try {
    possible = new Polytope(known.size, known.equations)
  } catch {
    findings.contradictory += 1
    return
  }
  for (const period of atoms.periods)
    for (const target of targetsOf(period, group)) judge(target, possible, reader, findings)
}

function judge({ words, truth, sum }: Target, possible: Polytope, { threshold }: Reader, findings: Findings) {
  if (truth === 0 && possible.range(sum, 1).high === 0) findings.zeros += 1
  if (truth < 1 || truth >= threshold) return
  findings.small += 1
  const { low, high } = possible.range(sum, threshold - 1)
  const width = high - low
  if (width >= threshold - 1) return
  if (truth < low || truth > high) throw new Error(`${words}: ${truth} is not within ${low}–${high}`)
  findings.tight += 1
  if (width === 0) findings.exact += 1
  else if (width < 3) findings.narrow += 1
  findings.examples.push(`${words} = ${truth}, known ${low}–${high}`)
}
