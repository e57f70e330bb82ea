import { compareFacts, type Fact, type Levels, yearsKey } from '@/lib/engines/matching/compare-facts'
import { nameKey } from '@/lib/engines/matching/compare-names'
import type { Alternative, Model, Rarity, Weight, WeightTable } from '@/lib/engines/matching/model'
import type { Prepared } from '@/lib/engines/matching/prepare'
import type { Truth } from '@/lib/testing/people/household'
import { seeded } from '@/lib/testing/people/random'
import { type Joinable, join, joinable } from './join'
import { chooseThresholds } from './thresholds'

type Counts = Record<Fact, Map<string, number>>
type Pair = readonly [number, number]

const nameLevels = [
  'double',
  'same',
  'near',
  'part',
  'mixed',
  'close',
  'weak',
  'barred',
  'other',
  'missing',
] as const
const sameLevels = ['same', 'other', 'missing'] as const
/** Every level of every fact, so that the table is complete even where training met none. */
const allLevels: { [F in Fact]: readonly Levels[F][] } = {
  given: nameLevels,
  mother: nameLevels,
  household: ['same', 'near', 'other', 'named', 'missing'],
  family: nameLevels,
  origin: ['village', 'villageNear', 'villageElsewhere', 'cercle', 'cercleOnly', 'far', 'farOnly', 'missing'],
  birth: ['date', 'year', 'yearNotDate', 'oneOff', 'threeOff', 'tenOff', 'far', 'missing'],
  phone: sameLevels,
  sex: sameLevels,
}
export const facts = Object.keys(allLevels) as Fact[]

function count(people: readonly Prepared[], pairs: Iterable<Pair>): Counts {
  const counts = Object.fromEntries(facts.map((fact) => [fact, new Map<string, number>()])) as Counts
  for (const [a, b] of pairs) {
    const one = people[a]
    const other = people[b]
    if (!one || !other) continue
    const { levels } = compareFacts(one, other)
    for (const fact of facts) counts[fact].set(levels[fact], (counts[fact].get(levels[fact]) ?? 0) + 1)
  }
  return counts
}

function* randomPairs(limit: number, times: number): Generator<Pair> {
  const random = seeded(7)
  for (let i = 0; i < times; i++) {
    const a = random.below(limit)
    const b = random.below(limit)
    if (a !== b) yield [a, b]
  }
}

/** Members of one household born at most 15 years apart, and the twins and brothers set as traps. */
function relatives({ population }: Joinable): Pair[] {
  const { truths, people, traps } = population
  const homes = new Map<number, number[]>()
  truths.slice(0, people).forEach(({ household }, at) => {
    homes.set(household, [...(homes.get(household) ?? []), at])
  })
  const close = (a: Truth | undefined, b: Truth | undefined) =>
    a && b && Math.abs(a.birth.year - b.birth.year) <= 15
  const born = [...homes.values()].flatMap((home) =>
    home.flatMap((a, at) =>
      home.slice(at + 1).flatMap((b): Pair[] => (close(truths[a], truths[b]) ? [[a, b]] : [])),
    ),
  )
  const kin = traps.filter(({ kind }) => kind === 'twins' || kind === 'brothers').map(({ pair }) => pair)
  const barredOrNamesake = new Set(
    traps.filter(({ kind }) => kind !== 'twins' && kind !== 'brothers').flatMap(({ pair }) => [...pair]),
  )
  return [...born.filter(([a, b]) => !barredOrNamesake.has(a) && !barredOrNamesake.has(b)), ...kin]
}

/** Relatives are registered by one desk, so training never sees them spelled apart: less agreement never says more. */
const orders: Partial<Record<Fact, readonly string[]>> = {
  given: ['double', 'same', 'near', 'part', 'mixed', 'close'],
  mother: ['same', 'near', 'part', 'mixed', 'close', 'weak', 'other', 'barred'],
  household: ['same', 'near', 'other'],
  family: ['same', 'near', 'part', 'mixed', 'close', 'weak', 'other', 'barred'],
  origin: ['village', 'villageNear', 'villageElsewhere', 'cercle', 'far'],
}

const lower = (a: Weight, b: Weight, keys: readonly Alternative[]): Weight => {
  const least = { ...a }
  for (const key of keys) least[key] = Math.min(a[key], b[key])
  return least
}

/** Given name, family and village make a namesake: there, less agreement does speak for somebody else. */
const defining: readonly Fact[] = ['given', 'family', 'origin']

function settle(fact: Fact, row: Record<string, Weight>): Record<string, Weight> {
  const keys: Alternative[] = defining.includes(fact)
    ? ['stranger', 'relative']
    : ['stranger', 'relative', 'namesake']
  let least: Weight | undefined
  for (const level of orders[fact] ?? []) {
    const weight = row[level]
    if (!weight) continue
    least = lower(weight, least ?? weight, keys)
    row[level] = least
  }
  if (row.farOnly && row.cercleOnly) row.farOnly = lower(row.farOnly, row.cercleOnly, ['relative'])
  return row
}

const round = (bits: number) => Math.round(Math.min(20, Math.max(-20, bits)) * 100) / 100

/** Share of a level among the pairs in which the fact is known on both sides, smoothed by half a pair. */
function share(counts: Map<string, number>, level: string, levels: readonly string[]): number {
  const known = levels.filter((name) => name !== 'missing')
  const total = known.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)
  return ((counts.get(level) ?? 0) + 0.5) / (total + 0.5 * known.length)
}

function tableOf(same: Counts, others: Record<Alternative, Counts>): WeightTable {
  const row = (fact: Fact): Record<string, Weight> => {
    const levels: readonly string[] = allLevels[fact]
    const against = (level: string, counts: Counts) =>
      level === 'missing'
        ? 0
        : round(Math.log2(share(same[fact], level, levels) / share(counts[fact], level, levels)))
    const row = Object.fromEntries(
      levels.map((level) => [
        level,
        {
          stranger: against(level, others.stranger),
          relative: against(level, others.relative),
          namesake: against(level, others.namesake),
        },
      ]),
    )
    return settle(fact, row)
  }
  return Object.fromEntries(facts.map((fact) => [fact, row(fact)])) as WeightTable
}

/** How much rarer each name is than names are on average, in bits; the frequent ones are listed. */
function rarityOf(names: readonly string[]): Rarity {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const average = [...counts.values()].reduce((sum, times) => sum + (times / names.length) ** 2, 0)
  const bits = (times: number) => round(Math.min(5, Math.log2(average / (times / names.length))))
  const frequent = [...counts].filter(([, times]) => times / names.length >= 0.001)
  const listed = frequent.map(([name, times]) => [name, bits(times)] as const)
  listed.sort(([a], [b]) => (a < b ? -1 : 1))
  return { listed, unlisted: bits(names.length * 0.0007) }
}

/** Pairs from different households that share given name, family and village. */
function namesakes(training: Joinable): Pair[] {
  const { population, people } = training
  const found: Pair[] = []
  join(training, (later, earlier) => {
    const [a, b] = [people[later], people[earlier]]
    if (!a || !b || later >= population.people) return
    const together = population.truths[later]?.household === population.truths[earlier]?.household
    const { levels } = compareFacts(a, b)
    const given = levels.given === 'same' || levels.given === 'double'
    const alike = given && levels.family === 'same' && levels.origin === 'village'
    if (alike && !(together && levels.mother !== 'other')) found.push([earlier, later])
  })
  return found
}

/** Estimates the model from the training population alone. */
export function estimate(): Model {
  const training = joinable('training')
  const { population, people } = training
  const kin = relatives(training)
  const neighbours = namesakes(training)
  const duplicates = population.duplicates.length
  const strangers = (population.people * (population.people - 1)) / 2
  const first = people.slice(0, population.people)
  const model = {
    weights: tableOf(count(people, population.duplicates), {
      stranger: count(people, randomPairs(population.people, 2_000_000)),
      relative: count(people, kin),
      namesake: count(people, neighbours),
    }),
    priors: {
      stranger: round(Math.log2(duplicates / strangers)),
      relative: round(Math.log2(duplicates / kin.length)),
      namesake: round(Math.log2(duplicates / neighbours.length)),
    },
    rarity: {
      given: rarityOf(first.flatMap(({ given }) => given.map(nameKey))),
      family: rarityOf(first.flatMap(({ family }) => family.slice(0, 1).map(nameKey))),
      cercle: rarityOf(first.flatMap(({ cercle }) => cercle ?? [])),
      years: rarityOf(first.flatMap(({ birth }) => (birth ? [yearsKey(birth.year)] : []))),
    },
    thresholds: { warn: 0, show: 0 },
  }
  return { ...model, thresholds: chooseThresholds(training, model) }
}
