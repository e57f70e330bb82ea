import type { Fact } from '@/lib/engines/matching/compare-facts'
import { type Alternative, alternatives, type Weight } from '@/lib/engines/matching/model'
import { orders } from './levels'

type Row = Record<string, Weight>

/** What makes somebody the alternative is shared by definition, so it tells nothing apart. */
const defining: Record<Alternative, readonly Fact[]> = {
  stranger: [],
  neighbour: ['origin'],
  relative: [],
  namesake: ['given', 'family', 'origin'],
  namesakeAtHome: ['given', 'family', 'origin', 'phone', 'household'],
}

function lowerAlong(row: Row, order: readonly string[], alternative: Alternative): void {
  let least = Number.POSITIVE_INFINITY
  for (const level of order) {
    const weight = row[level]
    if (!weight) continue
    // A fact left out stays silent: what stands above it is raised instead (see `raise`).
    least = Math.min(least, weight[alternative])
    weight[alternative] = least
  }
}

const onlyAtHome = (fact: Fact, row: Row) => {
  if (fact !== 'homonym') return
  for (const [level, weight] of Object.entries(row))
    for (const alternative of alternatives)
      weight[alternative] =
        level === 'unlisted' && alternative === 'namesakeAtHome' ? Math.max(0, weight[alternative]) : 0
}

/** Brothers and sisters live with the same people: a household in common tells nothing, being named in it does. */
const sharedAtHome = (fact: Fact, row: Row) => {
  if (fact === 'household')
    for (const [level, weight] of Object.entries(row)) if (level !== 'named') weight.relative = 0
}

function raise(row: Row, order: readonly string[], alternative: Alternative): void {
  const floor = row.missing?.[alternative] ?? 0
  for (const level of order.slice(0, order.indexOf('missing')))
    if (row[level]) row[level][alternative] = Math.max(floor, row[level][alternative])
}

/** Puts a fitted row in order, against each alternative. */
export function settle(fact: Fact, row: Row): Row {
  onlyAtHome(fact, row)
  sharedAtHome(fact, row)
  for (const alternative of alternatives) {
    if (defining[alternative].includes(fact)) for (const weight of Object.values(row)) weight[alternative] = 0
    for (const order of orders[fact]) if (order.includes('missing')) raise(row, order, alternative)
    // Orders share levels, so that a lowering in one may call for another in the next.
    for (let round = 0; round < 3; round++)
      for (const order of orders[fact]) lowerAlong(row, order, alternative)
  }
  return row
}
