import type { Fact, Levels } from './compare-facts'

/** Bits each level of agreement adds; a fact left out adds none. */
export type WeightTable = { [F in Fact]: Record<Levels[F], number> }

/** Everything learned from the training population. Numbers are bits (log base 2). */
export type Model = {
  weights: WeightTable
  /** Log-odds before any fact is compared, among pairs that share a search token. */
  prior: number
  thresholds: { warn: number; show: number }
}
