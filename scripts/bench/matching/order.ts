import { placeOf, places, priorAt, rareAt } from './evidence'
import { facts, orders } from './levels'

/** Pairs of places of which the first may never be below the second. */
const above = facts.flatMap((fact) =>
  orders[fact].flatMap((order) =>
    order.slice(1).map((level, at) => [placeOf(fact, order[at] ?? ''), placeOf(fact, level)] as const),
  ),
)
const missing = facts.map((fact) => placeOf(fact, 'missing'))
const isMissing = new Set(missing)

/** Two numbers out of order meet halfway, or where the silence of a fact left out is. */
function meet(row: Float64Array, high: number, low: number): boolean {
  const [one, other] = [row[high] ?? 0, row[low] ?? 0]
  if (one >= other) return false
  const halfway = isMissing.has(high) || isMissing.has(low) ? 0 : (one + other) / 2
  row[high] = halfway
  row[low] = halfway
  return true
}

/**
 * Brings weights to where the engine's promises hold: a fact left out says nothing, less agreement never says more, and
 * a rare value never less than a frequent one.
 */
export function keepOrder(row: Float64Array): void {
  for (let round = 0; round < 200; round++) {
    for (const place of missing) row[place] = 0
    if (!above.filter(([high, low]) => meet(row, high, low)).length) break
  }
  for (let at = rareAt; at < priorAt; at++) row[at] = Math.min(Math.LN2, Math.max(0, row[at] ?? 0))
}

/** Puts rounding right: what is still out of order is lowered. */
export function settle(row: Float64Array): void {
  for (let round = 0; round < places.length * 4; round++)
    for (const [high, low] of above)
      if (!isMissing.has(low)) row[low] = Math.min(row[low] ?? 0, row[high] ?? 0)
      else row[high] = Math.max(row[high] ?? 0, 0)
}
