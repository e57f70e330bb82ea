import type { Model } from '@/lib/engines/matching/model'
import { matcher } from '@/lib/engines/matching/score'
import { type Joinable, join, pairOf } from './join'

/** Beyond what is asked of the reported population by about what chance may take away. */
const aim = { warnPrecision: 0.955, showRecall: 0.976 }

const round = (bits: number) => Math.round(bits * 100) / 100

/** The lowest bits at which the pairs above reach the precision, and at which they reach the recall. */
export function chooseThresholds(training: Joinable, model: Model): Model['thresholds'] {
  const { population, people } = training
  const same = new Set(population.duplicates.map(([a, b]) => pairOf(a, b)))
  const score = matcher(model)
  const scored: { bits: number; hit: boolean }[] = []
  join(training, (later, earlier) => {
    const [a, b] = [people[later], people[earlier]]
    if (!a || !b) return
    const { bits, barred } = score(a, b)
    if (bits > -30) scored.push({ bits: barred ? -31 : bits, hit: same.has(pairOf(later, earlier)) })
  })
  scored.sort((a, b) => b.bits - a.bits)
  let hits = 0
  const at = scored.map(({ bits, hit }, index) => {
    if (hit) hits++
    return { bits, precision: hits / (index + 1), recall: hits / same.size }
  })
  const warn = at.findLast(({ precision }) => precision >= aim.warnPrecision)?.bits ?? 0
  const show = at.find(({ recall }) => recall >= aim.showRecall)?.bits ?? warn
  return { warn: round(warn), show: round(show) }
}
