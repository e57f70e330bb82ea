import type { Fact, Levels } from './compare-facts'

/**
 * Who the other file may belong to if not to this person: anybody, somebody of the same village, a brother or sister,
 * a neighbour of the same name and family, or somebody of the same name at home (a father, a half-brother, a cousin).
 */
export type Alternative = 'stranger' | 'neighbour' | 'relative' | 'namesake' | 'namesakeAtHome'
export const alternatives: readonly Alternative[] = [
  'stranger',
  'neighbour',
  'relative',
  'namesake',
  'namesakeAtHome',
]
/** Bits a level of agreement adds against each alternative. */
export type Weight = Record<Alternative, number>
export type WeightTable = { [F in Fact]: Record<Levels[F], Weight> }
/** Bits a shared name, cercle or time of birth adds beyond the average one; what is not listed adds nothing. */
export type Rarity = { listed: readonly (readonly [name: string, bits: number])[] }

/** Everything learned from the training population. Numbers are bits (log base 2). */
export type Model = {
  weights: WeightTable
  /** Log-odds before any fact is compared, in an instance of 100,000 people. */
  priors: Weight
  rarity: Record<'given' | 'family' | 'cercle' | 'years', Rarity>
  thresholds: { warn: number; show: number }
}
