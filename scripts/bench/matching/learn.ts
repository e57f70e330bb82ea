import { type Evidence, priorAt, rowLength } from './evidence'
import { facts } from './levels'

/** Log-odds that a row of weights gives to a pair: its levels and the prior. */
export function oddsOf(row: Float64Array, { levels }: Evidence, pair: number): number {
  let sum = row[priorAt] ?? 0
  for (let at = 0; at < facts.length; at++) sum += row[levels[pair * facts.length + at] ?? 0] ?? 0
  return sum
}

function slopeOf(row: Float64Array, evidence: Evidence): Float64Array {
  const { size, hit, weight, levels } = evidence
  const slope = new Float64Array(rowLength)
  for (let pair = 0; pair < size; pair++) {
    const said = 1 / (1 + Math.exp(-oddsOf(row, evidence, pair)))
    const error = (said - (hit[pair] ?? 0)) * (weight[pair] ?? 1)
    for (let at = 0; at < facts.length; at++) {
      const place = levels[pair * facts.length + at] ?? 0
      slope[place] = (slope[place] ?? 0) + error
    }
    slope[priorAt] = (slope[priorAt] ?? 0) + error
  }
  return slope
}

/** How strongly weights are held to nought, in pairs: what few pairs speak of stays small. */
const pull = 0.2

type Way = {
  /** Where to begin; nothing is known where it is left out. */
  from: Float64Array
  /** What the weights are brought back to after each step. */
  keep: (row: Float64Array) => void
}

/**
 * Logistic regression over the evidence of a register (natural log-odds), by Adam on all pairs at once, so that it ends
 * where it ended before. Plain, or from somewhere and within an order.
 */
export function learn(evidence: Evidence, way?: Way, rounds = 260): Float64Array {
  const row = new Float64Array(rowLength)
  const [mean, square] = [new Float64Array(rowLength), new Float64Array(rowLength)]
  if (way) row.set(way.from)
  else row[priorAt] = -4
  for (let round = 1; round <= rounds; round++) {
    const slope = slopeOf(row, evidence)
    const step = (way ? 0.1 : 0.3) * Math.min(1, 2 * (1 - round / rounds) + 0.01)
    for (let at = 0; at < rowLength; at++) {
      const down = (slope[at] ?? 0) + (at === priorAt ? 0 : pull * (row[at] ?? 0))
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * down
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * down * down
      const speed = Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** round)) + 1e-9
      row[at] = (row[at] ?? 0) - (step * (mean[at] ?? 0)) / (1 - 0.9 ** round) / speed
    }
    way?.keep(row)
  }
  return row
}
