import type { Person } from '@/lib/engines/matching/person'
import { populate } from '@/lib/testing/people/population'

/** Invented records of which the truth is known, whoever made them. */
export type Corpus = {
  name: string
  records: readonly Person[]
  /** Who and which household each record is about: equal numbers, one person or one home. */
  person: readonly number[]
  home: readonly number[]
  /** Two records of one person: the earlier, the later. */
  pairs: readonly (readonly [number, number])[]
  /** Pairs of people set to look alike. */
  traps: readonly { kind: string; pair: readonly [number, number] }[]
}

/** Neighbours and bearers of names that look alike are set as traps from one model, but are not one household. */
const apart: ReadonlySet<string> = new Set(['namesakes', 'barredNames'])

/** The project's own population. `share` scales it (1 = 100,000 people). */
export function ownCorpus(split: 'training' | 'reported', share = 1): Corpus {
  const { records, truths, duplicates, traps } = populate(split, share)
  const ids = new Map(truths.map((truth, at) => [truth, at]))
  const home = truths.map(({ household }) => household)
  for (const { kind, pair } of traps) if (apart.has(kind)) home[pair[1]] = -1 - pair[1]
  return {
    name: 'own generator',
    records,
    person: truths.map((truth) => ids.get(truth) ?? -1),
    home,
    pairs: duplicates,
    traps,
  }
}
