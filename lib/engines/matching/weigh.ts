import type { Comparison, Fact, Levels } from './compare-facts'
import { type Model, type Rarity, type RarityTable, type SharedFact, sharedFacts } from './model'

const isShared = (fact: Fact): fact is SharedFact => fact in sharedFacts

/**
 * How much more a shared value says than the average shared one, in bits. Of several agreements the rarest counts; of
 * the values one agreement may stand for, the most frequent. A value outside the table is neither rare nor frequent:
 * the table may simply not know that community.
 */
export function rarities(rarity: Record<RarityTable, Rarity>) {
  const known = {
    given: new Map(rarity.given),
    family: new Map(rarity.family),
    cercle: new Map(rarity.cercle),
    years: new Map(rarity.years),
  }
  return (fact: SharedFact, level: string, shared: Comparison['shared']): number => {
    if (shared[fact].length === 0) return 0
    const table = known[sharedFacts[fact]]
    // Boxes exchanged: the names in common come from both tables.
    const bits = (value: string) =>
      table.get(value) ?? (level === 'swapped' ? known.family.get(value) : undefined) ?? 0
    return Math.max(...shared[fact].map((values) => Math.min(...values.map(bits))))
  }
}

export type Weighed = { fact: Fact; level: Levels[Fact]; bits: number }

/**
 * What a level of agreement says, with how rare the shared value is. What speaks for one person never comes to say less
 * than a fact left out, however frequent the value.
 */
export function weigher(model: Model): (fact: Fact, comparison: Comparison) => Weighed {
  const rarityOf = rarities(model.rarity)
  return (fact, { levels, shared }) => {
    const level = levels[fact]
    const row: Record<string, number> = model.weights[fact]
    const weight = row[level] ?? 0
    const rare = isShared(fact) ? rarityOf(fact, level, shared) * model.rarityCounts[fact] : 0
    return { fact, level, bits: weight < 0 ? Math.min(0, weight + rare) : Math.max(0, weight + rare) }
  }
}
