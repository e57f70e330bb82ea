import type { Model, WeightTable } from '@/lib/engines/matching/model'
import { ownCorpus } from './corpus'
import { curve, lowestAt } from './curve'
import { type Evidence, gather, placeOf, priorAt } from './evidence'
import { joinable } from './join'
import { learn, oddsOf } from './learn'
import { allLevels, facts } from './levels'
import { fromSilence, keepOrder, settle } from './order'

const round = (bits: number) => Math.round(bits * 100) / 100
const inBits = (odds: number) => round(odds / Math.LN2)

function modelOf(row: Float64Array): Model {
  const levels = (fact: (typeof facts)[number]) =>
    Object.fromEntries(allLevels[fact].map((level) => [level, row[placeOf(fact, level)] ?? 0]))
  return {
    weights: Object.fromEntries(facts.map((fact) => [fact, levels(fact)])) as WeightTable,
    prior: row[priorAt] ?? 0,
    thresholds: { warn: 0, show: 0 },
  }
}

/** What is asked on the training population, in an instance of 100,000 people; of the list, among pairs that meet. */
const asked = { warnPrecision: 0.88, showRecall: 0.99 }

function thresholdsOf(row: Float64Array, evidence: Evidence): Model['thresholds'] {
  const met = evidence.hit.reduce((sum, hit) => sum + hit, 0)
  const points = curve(evidence, (pair) => oddsOf(row, evidence, pair), met)
  const warn = lowestAt(points, asked.warnPrecision)?.odds ?? 0
  const show = points.find(({ recall }) => recall >= asked.showRecall)?.odds ?? warn
  return { warn: round(warn), show: round(Math.min(show, warn)) }
}

/** `learner`: a plain logistic learner over the same evidence, bound to no order (natural log-odds). */
export type Learned = { model: Model; learner: Float64Array }

/** Fits the weights, in the order the engine promises, and sets thresholds; both on the training population alone. */
export function estimate(): Learned {
  const evidence = gather(joinable(ownCorpus('training', 0.3)))
  const learner = learn(evidence)
  const row = fromSilence(learn(evidence, { from: learner, keep: keepOrder })).map(inBits)
  settle(row)
  return { model: { ...modelOf(row), thresholds: thresholdsOf(row, evidence) }, learner }
}
