import fc from 'fast-check'
import { promises } from '@/lib/testing/matching/order-of-agreement'

const seeds = 200
const runs = 100

/** Tries every promise about the order of agreement under many seeds, and says which broke and how to see it again. */
export function orderSearched(): string {
  const broken = Object.entries(promises).flatMap(([promise, property]) => {
    for (let seed = 1; seed <= seeds; seed++) {
      const { failed, counterexamplePath } = fc.check(property, { numRuns: runs, seed })
      if (failed) return [`“${promise}” breaks for seed ${seed}, path ${counterexamplePath}`]
    }
    return []
  })
  const tried = `${seeds} seeds of ${runs} pairs for each of ${Object.keys(promises).length} promises`
  return broken.length === 0 ? `the order of agreement held for ${tried}` : `${tried}: ${broken.join('; ')}`
}
