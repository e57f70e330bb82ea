import { dateOf } from '@/lib/engines/matching/compare-births'
import { compareFacts, type Fact } from '@/lib/engines/matching/compare-facts'
import type { Prepared } from '@/lib/engines/matching/prepare'
import { type Joinable, join } from './join'
import { allLevels, facts } from './levels'

/** Where each fact's levels begin in one row of all levels of all facts. */
export const places = facts.map((_, at) =>
  facts.slice(0, at).reduce((sum, fact) => sum + allLevels[fact].length, 0),
)
const width = facts.reduce((sum, fact) => sum + allLevels[fact].length, 0)

/** In a row of weights: one for each level of each fact, and the prior. */
export const priorAt = width
export const rowLength = priorAt + 1

/** What is known of every pair of records that share a token, side by side: one row of `levels` a pair. */
export type Evidence = {
  size: number
  /** For each fact, the place of the level met. */
  levels: Uint8Array
  hit: Uint8Array
  /** Whether two careful people could tell the pair apart: both files hold one of the facts that do. */
  tellable: Uint8Array
  barred: Uint8Array
  /** How many such pairs an instance of 100,000 people has for each one here. */
  weight: Float32Array
}

const isDated = ({ birth }: Prepared) => birth !== undefined && dateOf(birth) !== undefined

/** Mother's name, telephone, full birth date or household in both files. */
export const isTellable = (a: Prepared, b: Prepared): boolean =>
  (a.mother.length > 0 && b.mother.length > 0) ||
  (a.phone !== undefined && b.phone !== undefined) ||
  (isDated(a) && isDated(b)) ||
  (a.household.length > 0 && b.household.length > 0)

/** An instance has 100,000 people: pairs of people who do not live together grow with the square of their number. */
const instance = 100_000

export const placeOf = (fact: Fact, level: string): number =>
  (places[facts.indexOf(fact)] ?? 0) + (allLevels[fact] as readonly string[]).indexOf(level)

/** The evidence of every pair of a register that shares a token. */
export function gather(joined: Joinable): Evidence {
  const { corpus, people } = joined
  const index = new Map(
    facts.flatMap((fact) => allLevels[fact].map((level) => [fact + level, placeOf(fact, level)])),
  )
  const rows = { levels: [] as number[], hit: [] as number[], tellable: [] as number[] }
  const more = { barred: [] as number[], weight: [] as number[] }
  join(joined, (later, earlier) => {
    const [a, b] = [people[later], people[earlier]]
    if (!a || !b) return
    const levels = compareFacts(a, b)
    for (const fact of facts) rows.levels.push(index.get(fact + levels[fact]) ?? 0)
    const isHit = corpus.person[later] === corpus.person[earlier]
    const together = isHit || !corpus.home || corpus.home[later] === corpus.home[earlier]
    rows.hit.push(isHit ? 1 : 0)
    rows.tellable.push(isTellable(a, b) ? 1 : 0)
    more.barred.push(levels.given === 'barred' || levels.family === 'barred' ? 1 : 0)
    more.weight.push(together ? 1 : Math.max(1, instance / corpus.records.length))
  })
  return {
    size: rows.hit.length,
    levels: Uint8Array.from(rows.levels),
    hit: Uint8Array.from(rows.hit),
    tellable: Uint8Array.from(rows.tellable),
    barred: Uint8Array.from(more.barred),
    weight: Float32Array.from(more.weight),
  }
}
