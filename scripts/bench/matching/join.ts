import { type Prepared, prepare } from '@/lib/engines/matching/prepare'
import { compoundKeys } from '@/lib/engines/matching/tokens'
import type { Corpus } from './corpus'

export type Joinable = { corpus: Corpus; people: Prepared[]; keys: string[][] }

export function joinable(corpus: Corpus): Joinable {
  const people = corpus.records.map((record) => prepare(record))
  return { corpus, people, keys: people.map(compoundKeys) }
}

export type Visit = (later: number, earlier: number) => void

/** Meets every pair of records that shares a key, once, in the order in which people were registered. */
export function join({ people, keys }: Joinable, visit: Visit): Uint32Array {
  const index = new Map<string, number[]>()
  const seen = new Int32Array(people.length).fill(-1)
  const counts = new Uint32Array(people.length)
  for (let later = 0; later < people.length; later++) {
    for (const key of keys[later] ?? []) {
      const bucket = index.get(key)
      for (const earlier of bucket ?? []) {
        if (seen[earlier] === later || earlier === later) continue
        seen[earlier] = later
        counts[later] = (counts[later] ?? 0) + 1
        visit(later, earlier)
      }
      if (bucket) bucket.push(later)
      else index.set(key, [later])
    }
  }
  return counts
}

/** Pairs of records as one number, to be looked up quickly. */
export const pairOf = (a: number, b: number): number => Math.min(a, b) * 1_000_000 + Math.max(a, b)
