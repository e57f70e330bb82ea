import type { Comparison, Fact, Levels } from './compare-facts'
import { type Alternative, alternatives, type Model, type Weight } from './model'

/** Which table tells how rare a shared value of the fact is. */
const tables = {
  given: 'given',
  mother: 'given',
  household: 'given',
  family: 'family',
  origin: 'cercle',
  birth: 'years',
} as const
const isShared = (fact: Fact): fact is keyof typeof tables => fact in tables

/** Facts that an alternative shares by chance only, where a rare value speaks against it. */
const byChance: Record<Alternative, ReadonlySet<Fact>> = {
  stranger: new Set<Fact>(Object.keys(tables) as Fact[]),
  neighbour: new Set<Fact>(['given', 'mother', 'household', 'family', 'birth']),
  relative: new Set<Fact>(),
  namesake: new Set<Fact>(['mother', 'household']),
  namesakeAtHome: new Set<Fact>(['mother']),
}
const silent: Weight = { stranger: 0, neighbour: 0, relative: 0, namesake: 0, namesakeAtHome: 0 }

/**
 * How much more a shared value says than the average shared one, in bits. Of several agreements the rarest counts; of
 * the values one agreement may stand for, the most frequent. A value outside the table is neither rare nor frequent:
 * the table may simply not know that community.
 */
function rarityIn({ rarity }: Model) {
  const known = {
    given: new Map(rarity.given.listed),
    family: new Map(rarity.family.listed),
    cercle: new Map(rarity.cercle.listed),
    years: new Map(rarity.years.listed),
  }
  return (fact: Fact, level: string, shared: Comparison['shared']): number => {
    if (!isShared(fact) || shared[fact].length === 0) return 0
    const table = known[tables[fact]]
    // Boxes exchanged: the names in common come from both tables.
    const bits = (value: string) =>
      table.get(value) ?? (level === 'swapped' ? known.family.get(value) : undefined) ?? 0
    return Math.max(...shared[fact].map((values) => Math.min(...values.map(bits))))
  }
}

export type Weighed = { fact: Fact; level: Levels[Fact]; weight: Weight }

/** What a level of agreement says against each alternative, with how rare the shared value is. */
export function weigher(model: Model): (fact: Fact, comparison: Comparison) => Weighed {
  const rarityOf = rarityIn(model)
  return (fact, { levels, shared }) => {
    const level = levels[fact]
    const row: Record<string, Weight> = model.weights[fact]
    const weight = { ...(row[level] ?? silent) }
    const rare = rarityOf(fact, level, shared)
    for (const alternative of alternatives) if (byChance[alternative].has(fact)) weight[alternative] += rare
    return { fact, level, weight }
  }
}
