import { finish } from './finish'
import { chooseLevel } from './fresh'
import { viewOf } from './knowledge'
import { candidateLevels, type Level, levelNumbers, sumAt } from './levels'
import { type Linked, linkedTo, lookUpIn } from './linked'
import { isInside, type Span, spanOf } from './periods'
import { addFrozen, lateRecords, type Setting, withLate } from './render'
import type { LedgerEntry, Released } from './types'

/**
 * A longer period may be shown more finely than its parts when all parts were shown whole at one level and
 * nothing inside them is finer. Then each shown total of a part can be filled from the finer cells in every
 * way that keeps both, so no cell of a part comes nearer than the smallest of the totals around it.
 * Null when the rule does not hold or nothing finer is safe.
 */
export function refine(setting: Setting, ways: LedgerEntry[][]): Released | null {
  const { request, ground, ledger, threshold } = setting
  const level = commonLevel(setting, ways[0] ?? [])
  if (!level) return null
  const base = addFrozen(ways[0] ?? [])
  const lookUp = lookUpIn(ground)
  if ([...sumAt(ground.climb, base, level)].some(([key, value]) => lookUp(ways, key) !== value)) return null
  const linked = linkedTo({ request, ground, ledger })
  const job = {
    request,
    ground,
    base,
    threshold,
    levels: candidateLevels(request).filter((finer) => isOneStepAside(finer, level)),
    linked: { ...linked, known: bothKnow(linked, ways, lookUp), anchor: level.slice(1) },
  }
  const chosen = chooseLevel(job)
  const finished = chosen && finish(setting, { ...chosen, base })
  return finished?.outcome === 'RELEASED' ? withLate(finished, lateRecords(request, base)) : null
}

type LookUp = ReturnType<typeof lookUpIn>
const bothKnow = (linked: Linked, ways: LedgerEntry[][], lookUp: LookUp) => (key: string) =>
  linked.known(key) ?? lookUp(ways, key)

/** The level that all parts share, shown whole, with nothing finer inside the parts; null otherwise. */
function commonLevel({ request, ledger }: Setting, parts: LedgerEntry[]): Level | null {
  const [first] = parts
  const span = spanOf(request.period)
  if (!first || !span) return null
  const level = levelNumbers(request.dimensions, first.level)
  const same = parts.every((part) => part.withheld.length === 0 && part.level.join() === first.level.join())
  const inside = viewOf(ledger, request.rules, request.audience)
    .overlapping(request.table, span)
    .filter((entry) => isWithin(entry, span))
  const coarser = inside.every((entry) =>
    levelNumbers(request.dimensions, entry.level).every((l, d) => l >= (level[d] ?? 0)),
  )
  return same && coarser ? level : null
}

function isWithin(entry: LedgerEntry, span: Span): boolean {
  const inner = spanOf(entry.period)
  return inner !== null && isInside(inner, span) && inner.to - inner.from < span.to - span.from
}

/** Finer by places or by breakdown, not by both: then the totals known and the new ones stay two trees. */
function isOneStepAside([area = 0, ...rest]: Level, [knownArea = 0, ...known]: Level): boolean {
  const same = rest.every((l, d) => l === known[d])
  const finer = rest.every((l, d) => l <= (known[d] ?? 0))
  return (area < knownArea && same) || (area === knownArea && finer && !same)
}

/**
 * Levels to try for a period, finest first. Levels that the audience was shown for its neighbours (months of
 * the same quarter, quarters of the same year) come before all: parts at one level can be compared, and make
 * a longer period that is finer than they are.
 */
export function levelsFor({ request, ledger }: Setting): Level[] {
  const levels = candidateLevels(request)
  const span = spanOf(request.period)
  if (!span) return levels
  const length = span.to - span.from + 1
  const around = length === 1 ? 3 : 12
  const from = span.from - (span.from % around)
  const shown = viewOf(ledger, request.rules, request.audience)
    .overlapping(request.table, { from, to: from + around - 1 })
    .filter((entry) => isLike(entry, span))
    .map((entry) => levelNumbers(request.dimensions, entry.level).join())
  return [...levels.filter((level) => shown.includes(level.join())), ...levels]
}

function isLike(entry: LedgerEntry, span: Span): boolean {
  const other = spanOf(entry.period)
  return other !== null && other.to - other.from === span.to - span.from
}
