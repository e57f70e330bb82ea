import { knownOf, type View, viewOf } from './knowledge'
import { isInside, overlaps, type Span, spanOf } from './periods'
import { OPENING, type Setting } from './render'
import { alsoReadBy } from './rules'
import type { LedgerEntry, WithheldReason } from './types'

/** Why a period cannot be released any more, given what its readers have of other periods; null if it can. */
export function blockedBy(setting: Setting, span: Span): WithheldReason | null {
  const { request, ledger } = setting
  const readers = [request.audience, ...alsoReadBy(request.rules, request.audience)]
  for (const reader of readers) {
    const view = viewOf(ledger, request.rules, reader)
    const others = view.overlapping(null, span).filter((entry) => entry.period !== request.period)
    if (request.kind === 'UNIQUE' && others.length > 0) return 'ONE_GRAIN_ONLY'
    if (others.some((entry) => isCoveredBy(entry, view, request.period))) return 'PERIOD_COVERED'
    if (others.length > 0 && !hasParts(view, others, request.period)) return 'PART_NOT_RELEASED'
  }
  return isBeforeOpening(ledger, span) ? 'PERIOD_COVERED' : null
}

/** A wider period is out, and this one is not: the difference would give it away. */
function isCoveredBy(entry: LedgerEntry, view: View, period: string): boolean {
  const outer = spanOf(entry.period)
  const inner = spanOf(period)
  return outer !== null && inner !== null && isInside(inner, outer) && !view.entry(entry.table, period)
}

/** The audience, or one that reads its tables, has a wider period of this table or of a linked one. */
export function isInsideOther({ request, ledger }: Setting, span: Span): boolean {
  const view = viewOf(ledger, request.rules, request.audience)
  return view.overlapping(null, span).some((entry) => {
    const outer = spanOf(entry.period)
    return entry.period !== request.period && outer !== null && isInside(span, outer)
  })
}

/** Each table with smaller periods inside this one has all of them, or the period itself. */
function hasParts(view: View, others: readonly LedgerEntry[], period: string): boolean {
  const tables = new Set(others.filter((entry) => isPart(entry, period)).map((entry) => entry.table))
  return [...tables].every((table) => knownOf(view, table, period).length > 0)
}

function isPart(entry: LedgerEntry, period: string): boolean {
  const inner = spanOf(entry.period)
  const outer = spanOf(period)
  return inner !== null && outer !== null && isInside(inner, outer)
}

/** Months before the first one in the ledger are part of the opening figure. */
function isBeforeOpening(ledger: readonly LedgerEntry[], span: Span): boolean {
  if (!ledger.some((entry) => entry.period === OPENING)) return false
  const starts = ledger.flatMap((entry) => (entry.cumulative ? [] : (spanOf(entry.period)?.from ?? [])))
  return span.from < Math.min(...starts)
}

/** True when another release hangs on this one: a wider period, a cumulative figure, a table of the family. */
export function isBuiltOn({ request, ledger }: Setting): boolean {
  const span = spanOf(request.period)
  return ledger.some((entry) => {
    if (entry.cumulative || entry.period === OPENING) return true
    const other = spanOf(entry.period)
    if (!span || !other || !overlaps(span, other)) return false
    return entry.period !== request.period || entry.table !== request.table
  })
}
