import type { Match } from '@/lib/engines/matching/score'
import { match } from '@/lib/engines/matching/score'
import { type Joinable, join, pairOf } from './join'

export type Measured = {
  /** Per true pair: what the engine said, or undefined if blocking never brought the two together. */
  found: (Match | undefined)[]
  shown: number
  warned: number
  /** Pairs of different people above *warn*, by what they are to each other. */
  falseWarnings: Map<string, [number, number][]>
  /** Candidates of each second record among the people already registered, sorted. */
  candidates: number[]
  /** The same for every record of the population. */
  allCandidates: number[]
  /** Pairs compared in all. */
  compared: number
}

const sorted = (counts: Iterable<number>) => [...counts].sort((a, b) => a - b)

/** Joins the population with itself once and holds every verdict against the truth. */
export function measure(joinable: Joinable): Measured {
  const { corpus, people } = joinable
  const { person, home, traps, pairs } = corpus
  const truePairs = new Map(pairs.map(([a, b], at) => [pairOf(a, b), at]))
  const trapPairs = new Map(traps.map(({ kind, pair }) => [pairOf(...pair), kind]))
  const measured: Measured = {
    found: pairs.map(() => undefined),
    shown: 0,
    warned: 0,
    falseWarnings: new Map(),
    candidates: [],
    allCandidates: [],
    compared: 0,
  }
  const kindOf = (a: number, b: number) =>
    trapPairs.get(pairOf(a, b)) ?? (home && home[a] === home[b] ? 'others of one household' : 'others')
  const counts = join(joinable, (later, earlier) => {
    const [a, b] = [people[earlier], people[later]]
    if (!a || !b) return
    const said = match(a, b)
    measured.compared++
    const at = truePairs.get(pairOf(earlier, later))
    if (at !== undefined) measured.found[at] = said
    if (said.verdict !== 'none') measured.shown++
    if (said.verdict !== 'warn') return
    measured.warned++
    if (at !== undefined || person[earlier] === person[later]) return
    const kind = kindOf(earlier, later)
    measured.falseWarnings.set(kind, [...(measured.falseWarnings.get(kind) ?? []), [earlier, later]])
  })
  measured.candidates = sorted(pairs.map(([, second]) => counts[second] ?? 0))
  measured.allCandidates = sorted(counts)
  return measured
}

export const quantile = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0
