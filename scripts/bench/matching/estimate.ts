import { yearsKey } from '@/lib/engines/matching/compare-births'
import { compareFacts, type Fact } from '@/lib/engines/matching/compare-facts'
import { nameKey } from '@/lib/engines/matching/compare-names'
import {
  type Alternative,
  alternatives,
  type Model,
  type Rarity,
  type Weight,
  type WeightTable,
} from '@/lib/engines/matching/model'
import type { Prepared } from '@/lib/engines/matching/prepare'
import { type Corpus, elsewhereCorpus, ownCorpus } from './corpus'
import { type Joinable, joinable } from './join'
import { allLevels, facts } from './levels'
import { otherPeople, type Pair } from './other-people'
import { settle } from './settle'
import { calibrate } from './thresholds'

/** Shares of each level where the fact is known on both sides. */
type Shares = Record<Fact, Map<string, number>>

function countLevels(people: readonly Prepared[], pairs: Iterable<Pair>): Shares {
  const counts = Object.fromEntries(facts.map((fact) => [fact, new Map<string, number>()])) as Shares
  for (const [a, b] of pairs) {
    const [one, other] = [people[a], people[b]]
    if (!one || !other) continue
    const { levels } = compareFacts(one, other)
    for (const fact of facts) counts[fact].set(levels[fact], (counts[fact].get(levels[fact]) ?? 0) + 1)
  }
  return counts
}

/** Share of a level among the pairs in which the fact is known on both sides, smoothed by two pairs in all. */
function share(counts: Map<string, number>, level: string, levels: readonly string[]): number {
  const known = levels.filter((name) => name !== 'missing')
  const total = known.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)
  return ((counts.get(level) ?? 0) + 2 / known.length) / (total + 2)
}

const round = (bits: number) => Math.round(Math.min(20, Math.max(-20, bits)) * 100) / 100
const each = (bits: (alternative: Alternative) => number) =>
  Object.fromEntries(alternatives.map((alternative) => [alternative, round(bits(alternative))])) as Weight
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** What is counted in one training population: levels of true pairs, and of pairs of other people it knows of. */
type Counted = {
  same: Shares
  others: Partial<Record<Alternative, { pairs: number; shares: Shares }>>
  corpus: Corpus
}

function countCorpus({ corpus, people, ...rest }: Joinable): Counted {
  const pairs = otherPeople({ corpus, people, ...rest })
  const others = Object.fromEntries(
    Object.entries(pairs).map(([alternative, found]) => [
      alternative,
      { pairs: found.length, shares: countLevels(people, found) },
    ]),
  )
  return { same: countLevels(people, corpus.pairs), others, corpus }
}

/** An instance has 100,000 people: pairs of strangers and of neighbours grow with the square of their number. */
const instance = 100_000
const grows: ReadonlySet<Alternative> = new Set<Alternative>(['namesake', 'neighbour'])

function priorOf(alternative: Alternative, counted: readonly Counted[]): number {
  if (alternative === 'stranger') return Math.log2(instance / 10 / ((instance * (instance - 1)) / 2))
  const bits = counted.flatMap(({ corpus, others }) => {
    const found = others[alternative]
    if (!found) return []
    const growth = grows.has(alternative) ? Math.log2(corpus.records.length / instance / 1.1) : 0
    return [Math.log2(corpus.pairs.length / Math.max(1, found.pairs)) + growth]
  })
  return mean(bits)
}

/** Bits of each level: shares are averaged over the training populations, so that none alone decides. */
function tableOf(counted: readonly Counted[], inCommonCercle: number): WeightTable {
  const row = (fact: Fact): Record<string, Weight> => {
    const levels: readonly string[] = allLevels[fact]
    const average = (lists: readonly Shares[], level: string) =>
      mean(lists.map((shares) => share(shares[fact], level, levels)))
    const same = counted.map((one) => one.same)
    const bits = (level: string, alternative: Alternative) => {
      if (level === 'missing') return 0
      const other = counted.flatMap(({ others }) => others[alternative]?.shares ?? [])
      const raised =
        fact === 'origin' && alternative === 'stranger' && inOneCercle.has(level) ? inCommonCercle : 0
      return Math.log2(average(same, level) / average(other, level)) + raised
    }
    return settle(
      fact,
      Object.fromEntries(levels.map((level) => [level, each((alternative) => bits(level, alternative))])),
    )
  }
  return Object.fromEntries(facts.map((fact) => [fact, row(fact)])) as WeightTable
}

/** Levels in which the cercle may be shared. */
const inOneCercle: ReadonlySet<string> = new Set(['village', 'villageNear', 'town', 'cercleOnly', 'cercle'])

/** However rare a value is where it was counted, elsewhere it may be less so. */
const mostRare = 2

/** How much rarer each name is than names are on average, in bits; the frequent ones are listed. */
function rarityOf(lists: readonly (readonly string[])[]): Rarity {
  const shares = new Map<string, number>()
  for (const names of lists)
    for (const name of names) shares.set(name, (shares.get(name) ?? 0) + 1 / names.length / lists.length)
  const average = [...shares.values()].reduce((sum, part) => sum + part ** 2, 0)
  const listed = [...shares]
    .filter(([, part]) => part >= 0.001)
    .map(([name, part]) => [name, round(Math.min(mostRare, Math.log2(average / part)))] as const)
  return { listed: listed.sort(([a], [b]) => (a < b ? -1 : 1)) }
}

/** Estimates the weights from training populations, and priors and thresholds on the tuned half of the other register. */
export function estimate(
  corpora: readonly Corpus[] = [ownCorpus('training', 0.3), elsewhereCorpus('tuned')],
): Model {
  const training = corpora.map(joinable)
  const counted = training.map(countCorpus)
  const lists = (of: (person: Prepared) => readonly string[]) =>
    training.map(({ people }) => people.flatMap(of))
  const cercle = rarityOf(lists(({ cercle }) => (cercle ? [cercle] : [])))
  // A cercle left out must not say more than the most frequent one: rarity is counted from there.
  const most = Math.min(0, ...cercle.listed.map(([, bits]) => bits))
  const model = {
    weights: tableOf(counted, most),
    priors: each((alternative) => priorOf(alternative, counted)),
    rarity: {
      given: rarityOf(lists(({ given }) => given.map(nameKey))),
      family: rarityOf(lists(({ family }) => family.slice(0, 1).map(nameKey))),
      cercle: { listed: cercle.listed.map(([code, bits]) => [code, round(bits - most)] as const) },
      years: rarityOf(lists(({ birth }) => (birth ? [yearsKey(birth.year)] : []))),
    },
    thresholds: { warn: 0, show: 0 },
  }
  return { ...model, ...calibrate(joinable(elsewhereCorpus('tuned')), model) }
}
