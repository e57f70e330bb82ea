import { compareFacts } from '@/lib/engines/matching/compare-facts'
import { type Alternative, alternatives, type Model, type Weight } from '@/lib/engines/matching/model'
import { weigher } from '@/lib/engines/matching/weigh'
import { type Joinable, join } from './join'
import { facts } from './levels'

/** Beyond what is asked of the reported half by about what chance may take away. */
const aim = { warnPrecision: 0.92, showRecall: 0.962 }
type Scored = { bits: Weight; barred: boolean; hit: boolean }
type Choice = Pick<Model, 'priors' | 'thresholds'>

const round = (bits: number) => Math.round(bits * 100) / 100

function scoreAll(joined: Joinable, model: Model): Scored[] {
  const { corpus, people } = joined
  const weigh = weigher(model)
  const scored: Scored[] = []
  join(joined, (later, earlier) => {
    const [a, b] = [people[later], people[earlier]]
    if (!a || !b) return
    const comparison = compareFacts(a, b)
    const { given, family } = comparison.levels
    const bits = { ...model.priors }
    for (const fact of facts) {
      const { weight } = weigh(fact, comparison)
      for (const alternative of alternatives) bits[alternative] += weight[alternative]
    }
    const hit = corpus.person[later] === corpus.person[earlier]
    if (hit || alternatives.every((alternative) => bits[alternative] > -12))
      scored.push({ bits, hit, barred: given === 'barred' || family === 'barred' })
  })
  return scored
}

const lowest = ({ bits }: Scored, shift: Weight) =>
  Math.min(...alternatives.map((alternative) => bits[alternative] + shift[alternative]))

/** The lowest bits from which the pairs above are right often enough, and how many true pairs that leaves. */
function warnFrom(scored: readonly Scored[], shift: Weight): { bits: number; hits: number } {
  const open = scored.filter(({ barred }) => !barred)
  const sorted = open
    .map((one) => ({ bits: lowest(one, shift), hit: one.hit }))
    .sort((a, b) => b.bits - a.bits)
  let hits = 0
  let best = { bits: 20, hits: 0 }
  for (const [at, { bits, hit }] of sorted.entries()) {
    if (hit) hits++
    if (hits / (at + 1) >= aim.warnPrecision) best = { bits, hits }
  }
  return best
}

const steps = [-3, -2, -1, -0.5, 0.5, 1, 2, 3]

/** How likely each alternative is beside the others: whatever keeps most true pairs at the precision asked for. */
function shiftPriors(scored: readonly Scored[]): Weight {
  let best: Weight = { stranger: 0, neighbour: 0, relative: 0, namesake: 0, namesakeAtHome: 0 }
  let { hits } = warnFrom(scored, best)
  const movable: Alternative[] = ['stranger', 'neighbour', 'relative', 'namesake', 'namesakeAtHome']
  for (let round = 0; round < 3; round++) {
    for (const alternative of movable) {
      for (const step of steps) {
        const tried = { ...best, [alternative]: best[alternative] + step }
        const found = warnFrom(scored, tried)
        if (found.hits > hits) [best, hits] = [tried, found.hits]
      }
    }
  }
  return best
}

/**
 * Priors and thresholds, from the totals of a corpus whose records played no part in the weights: the lowest bits at
 * which warnings are precise enough, and at which enough of the true pairs are shown.
 */
export function calibrate(tuned: Joinable, model: Model): Choice {
  const scored = scoreAll(tuned, model)
  const shift = shiftPriors(scored)
  const warn = warnFrom(scored, shift).bits
  const hits = scored
    .filter(({ hit }) => hit)
    .map((one) => lowest(one, shift))
    .sort((a, b) => b - a)
  const show = hits[Math.floor(aim.showRecall * tuned.corpus.pairs.length)] ?? hits.at(-1) ?? warn
  const priors = { ...model.priors }
  for (const alternative of alternatives)
    priors[alternative] = round(priors[alternative] + shift[alternative])
  return { priors, thresholds: { warn: round(warn), show: round(Math.min(show, warn)) } }
}
