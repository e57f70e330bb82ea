import { type Prepared, prepare } from '@/lib/engines/matching/prepare'
import { compoundKeys, mostCandidates } from '@/lib/engines/matching/tokens'
import type { Corpus } from './corpus'

export type Joinable = { corpus: Corpus; people: Prepared[]; keys: string[][] }

export function joinable(corpus: Corpus): Joinable {
  const people = corpus.records.map((record) => prepare(record))
  return { corpus, people, keys: people.map(compoundKeys) }
}

export type Visit = (later: number, earlier: number) => void

/** Who shares tokens with somebody, and how many. */
type Shared = Map<number, number>

/** Those that share most tokens, as many as are looked at; of equals the earlier. */
function closest(shared: Shared): number[] {
  if (shared.size <= mostCandidates) return [...shared.keys()]
  const byTokens = [...shared].sort(([a, first], [b, second]) => second - first || a - b)
  return byTokens.slice(0, mostCandidates).map(([earlier]) => earlier)
}

/**
 * Meets pairs of records that share a token, once, in the order in which people were registered: for each the earlier ones
 * that share most. How many shared any is returned.
 */
export function join({ people, keys }: Joinable, visit: Visit): Uint32Array {
  const index = new Map<string, number[]>()
  const counts = new Uint32Array(people.length)
  for (let later = 0; later < people.length; later++) {
    const shared: Shared = new Map()
    for (const key of keys[later] ?? []) {
      const bucket = index.get(key)
      if (!bucket) index.set(key, [later])
      else {
        for (const earlier of bucket)
          if (earlier !== later) shared.set(earlier, (shared.get(earlier) ?? 0) + 1)
        bucket.push(later)
      }
    }
    counts[later] = shared.size
    for (const earlier of closest(shared)) visit(later, earlier)
  }
  return counts
}

/** Pairs of records as one number, to be looked up quickly. */
export const pairOf = (a: number, b: number): number => Math.min(a, b) * 1_000_000 + Math.max(a, b)
