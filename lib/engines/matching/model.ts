import type { Fact, Levels } from './compare-facts'

/** Facts of which a shared value may be rare, and the table that says how rare. */
export const sharedFacts = {
  given: 'given',
  mother: 'given',
  household: 'given',
  family: 'family',
  origin: 'cercle',
  birth: 'years',
} as const
export type SharedFact = keyof typeof sharedFacts
export type RarityTable = (typeof sharedFacts)[SharedFact]
/** Bits each level of agreement adds; a fact left out adds none. */
export type WeightTable = { [F in Fact]: Record<Levels[F], number> }
/** Bits by which a shared name, cercle or time of birth is rarer than the average one; what is not listed is average. */
export type Rarity = readonly (readonly [name: string, bits: number])[]

/** Everything learned from the training population. Numbers are bits (log base 2). */
export type Model = {
  weights: WeightTable
  /** Log-odds before any fact is compared, among pairs that share a search token. */
  prior: number
  rarity: Record<RarityTable, Rarity>
  /** How much of a value's rarity counts in each fact, 0 to 1. */
  rarityCounts: Record<SharedFact, number>
  thresholds: { warn: number; show: number }
}
