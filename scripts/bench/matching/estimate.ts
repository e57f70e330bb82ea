import { yearsKey } from '@/lib/engines/matching/compare-births'
import { nameKey } from '@/lib/engines/matching/compare-names'
import type { Model, Rarity, RarityTable, SharedFact, WeightTable } from '@/lib/engines/matching/model'
import type { Prepared } from '@/lib/engines/matching/prepare'
import { ownCorpus } from './corpus'
import { curve, lowestAt } from './curve'
import { type Evidence, gather, placeOf, priorAt, rareAt, rareFacts } from './evidence'
import { type Joinable, joinable } from './join'
import { learn, oddsOf } from './learn'
import { allLevels, facts } from './levels'
import { keepOrder, settle } from './order'

/** However rare a value is where it was counted, elsewhere it may be less so. */
const mostRare = 2
const round = (bits: number) => Math.round(bits * 100) / 100

/** How much rarer each name is than names are on average, in bits; the frequent ones are listed. */
function rarityOf(names: readonly string[]): Rarity {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const shares = [...counts].map(([name, count]) => [name, count / names.length] as const)
  const average = shares.reduce((sum, [, part]) => sum + part ** 2, 0)
  const listed = shares
    .filter(([, part]) => part >= 0.001)
    .map(([name, part]) => [name, round(Math.min(mostRare, Math.log2(average / part)))] as const)
  return listed.sort(([a], [b]) => (a < b ? -1 : 1))
}

function raritiesOf({ people }: Joinable): Record<RarityTable, Rarity> {
  const of = (values: (person: Prepared) => readonly string[]) => rarityOf(people.flatMap(values))
  const cercle = of((person) => (person.cercle ? [person.cercle] : []))
  // A cercle left out must not say more than the most frequent one: rarity is counted from there.
  const most = Math.min(0, ...cercle.map(([, bits]) => bits))
  return {
    given: of(({ given }) => given.map(nameKey)),
    family: of(({ family }) => family.slice(0, 1).map(nameKey)),
    cercle: cercle.map(([code, bits]) => [code, round(bits - most)] as const),
    years: of(({ birth }) => (birth ? [yearsKey(birth.year)] : [])),
  }
}

const inBits = (odds: number) => round(odds / Math.LN2)

function modelOf(row: Float64Array, rarity: Model['rarity']): Model {
  const levels = (fact: (typeof facts)[number]) =>
    Object.fromEntries(allLevels[fact].map((level) => [level, row[placeOf(fact, level)] ?? 0]))
  return {
    weights: Object.fromEntries(facts.map((fact) => [fact, levels(fact)])) as WeightTable,
    prior: row[priorAt] ?? 0,
    rarity,
    rarityCounts: Object.fromEntries(rareFacts.map((fact, at) => [fact, row[rareAt + at] ?? 0])) as Record<
      SharedFact,
      number
    >,
    thresholds: { warn: 0, show: 0 },
  }
}

/** What is asked on the training population, in an instance of 100,000 people; of the list, among pairs that meet. */
const asked = { warnPrecision: 0.9, showRecall: 0.975 }

function thresholdsOf(row: Float64Array, evidence: Evidence): Model['thresholds'] {
  const met = evidence.hit.reduce((sum, hit) => sum + hit, 0)
  const points = curve(evidence, (pair) => oddsOf(row, evidence, pair), met)
  const warn = lowestAt(points, asked.warnPrecision)?.odds ?? 0
  const show = points.find(({ recall }) => recall >= asked.showRecall)?.odds ?? warn
  return { warn: round(warn), show: round(Math.min(show, warn)) }
}

export type Learned = { model: Model; evidence: Evidence }

/** Fits the weights, in the order the engine promises, and sets thresholds; both on the training population alone. */
export function estimate(): Learned {
  const joined = joinable(ownCorpus('training', 0.3))
  const rarity = raritiesOf(joined)
  const evidence = gather(joined, rarity)
  const row = learn(evidence, keepOrder).map((odds, at) =>
    at >= rareAt && at < priorAt ? odds : inBits(odds),
  )
  // Rarities are bits already: their shares of natural odds become shares of bits.
  for (let at = rareAt; at < priorAt; at++) row[at] = round(Math.min(1, (row[at] ?? 0) / Math.LN2))
  settle(row)
  const model = modelOf(row, rarity)
  return { model: { ...model, thresholds: thresholdsOf(row, evidence) }, evidence }
}
