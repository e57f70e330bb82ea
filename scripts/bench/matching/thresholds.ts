import type { Model } from '@/lib/engines/matching/model'
import { matcher } from '@/lib/engines/matching/score'
import { type Joinable, join } from './join'

/** Beyond what is asked of the reported populations by about what chance may take away. */
const aim = { warnPrecision: 0.925, showRecall: 0.972 }

const round = (bits: number) => Math.round(bits * 100) / 100

/** The lowest bits at which the pairs above reach the precision, and at which they reach the recall. */
function thresholdsOf(training: Joinable, model: Model): Model['thresholds'] {
  const { corpus, people } = training
  const score = matcher(model)
  const scored: { bits: number; hit: boolean }[] = []
  join(training, (later, earlier) => {
    const [a, b] = [people[later], people[earlier]]
    if (!a || !b) return
    const { bits, barred } = score(a, b)
    const hit = corpus.person[later] === corpus.person[earlier]
    if (bits > -30) scored.push({ bits: barred ? -31 : bits, hit })
  })
  scored.sort((a, b) => b.bits - a.bits)
  let hits = 0
  const at = scored.map(({ bits, hit }, index) => {
    if (hit) hits++
    return { bits, precision: hits / (index + 1), recall: hits / corpus.pairs.length }
  })
  const warn = at.findLast(({ precision }) => precision >= aim.warnPrecision)?.bits ?? 0
  const show = at.find(({ recall }) => recall >= aim.showRecall)?.bits ?? warn - 8
  return { warn: round(warn), show: round(Math.min(show, warn)) }
}

/** The stricter threshold of the training populations to warn, the milder one to show. */
export function chooseThresholds(training: readonly Joinable[], model: Model): Model['thresholds'] {
  const each = training.map((joined) => thresholdsOf(joined, model))
  return {
    warn: Math.max(...each.map(({ warn }) => warn)),
    show: Math.min(...each.map(({ show }) => show)),
  }
}
