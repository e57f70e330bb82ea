import { placeOf, places, priorAt } from './evidence'
import { allLevels, facts, orders } from './levels'

/** Pairs of places of which the first may never be below the second. */
const above = facts.flatMap((fact) =>
  orders[fact].flatMap((order) =>
    order.slice(1).map((level, at) => [placeOf(fact, order[at] ?? ''), placeOf(fact, level)] as const),
  ),
)
const missing = facts.map((fact) => placeOf(fact, 'missing'))
const isMissing = new Set(missing)

/** Two numbers out of order meet halfway. */
function meet(row: Float64Array, high: number, low: number): boolean {
  const [one, other] = [row[high] ?? 0, row[low] ?? 0]
  if (one >= other) return false
  row[high] = (one + other) / 2
  row[low] = (one + other) / 2
  return true
}

/** Brings weights to where less agreement never says more; `fromSilence` then tells them so that a fact left out adds nothing. */
export function keepOrder(row: Float64Array): void {
  for (let round = 0; round < 200; round++) {
    if (!above.filter(([high, low]) => meet(row, high, low)).length) break
  }
}

/** The same weights, told from the silence of each fact: what leaving it out says goes into the prior. */
export function fromSilence(row: Float64Array): Float64Array {
  const told = row.slice()
  for (const fact of facts) {
    const silence = row[placeOf(fact, 'missing')] ?? 0
    for (const level of allLevels[fact])
      told[placeOf(fact, level)] = (row[placeOf(fact, level)] ?? 0) - silence
    told[priorAt] = (told[priorAt] ?? 0) + silence
  }
  return told
}

/** Puts rounding right, where a fact left out adds nothing: what is still out of order is lowered. */
export function settle(row: Float64Array): void {
  for (let round = 0; round < places.length * 4; round++)
    for (const [high, low] of above)
      if (!isMissing.has(low)) row[low] = Math.min(row[low] ?? 0, row[high] ?? 0)
      else row[high] = Math.max(row[high] ?? 0, 0)
}
