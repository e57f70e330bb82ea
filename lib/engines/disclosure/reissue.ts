import { tableAt, thresholdAt } from './fresh'
import { levelNumbers } from './levels'
import { unlinked } from './linked'
import { isBuiltOn } from './overlap'
import { hide } from './protect'
import { firstNarrow } from './ranges'
import { countsOf, lateRecords, openingCells, render, type Setting } from './render'
import type { Figure, Table } from './table'
import type { LedgerEntry, Released } from './types'

/**
 * A correction leaves only as a new version of the same table at the same level with the same cells hidden,
 * when no figure and no hidden remainder moves by 1 … threshold − 1 against any earlier version, and nothing
 * was built on the table. Otherwise the earlier version stands and the difference goes to the next period.
 */
export function reissue(given: Setting, versions: LedgerEntry[]): Released {
  const { request } = given
  const last = versions.reduce((a, b) => (b.version > a.version ? b : a))
  const threshold = thresholdAt(given, levelNumbers(request.dimensions, last.level))
  const setting = { ...given, threshold }
  const late = lateRecords(request, new Map(last.frozen))
  const same = { ...render(request, last, threshold), opening: openingCells(given) }
  if (late.length === 0) return same
  const held: Released = { ...same, carried: late, notes: [...same.notes, 'CORRECTION_HELD'] }
  if (!request.reissue) return { ...held, notes: [...same.notes, 'LATE_RECORDS_GO_TO_NEXT_PERIOD'] }
  if (request.cumulative || isBuiltOn(setting)) return held
  const next = corrected(setting, last)
  if (!next || !versions.every((version) => moves(setting, next, version))) return held
  const shown = next.figures.filter((figure) => !figure.hidden)
  const entry: LedgerEntry = {
    ...last,
    version: last.version + 1,
    facts: shown.map((figure) => [figure.key, figure.value]),
    frozen: [...countsOf(request)],
  }
  return { ...render(request, entry, threshold), notes: ['CORRECTED'], entries: [entry] }
}

function corrected(setting: Setting, last: LedgerEntry): Table | null {
  const table = asIssued(setting, last, countsOf(setting.request))
  if (table.figures.length !== last.facts.length + last.withheld.length) return null
  const small = (f: Figure) => !f.hidden && f.value > 0 && f.value < setting.threshold
  const emptied = (f: Figure) => f.hidden !== null && f.value < f.floor
  if (table.figures.some((figure) => small(figure) || emptied(figure))) return null
  return firstNarrow(table, setting.threshold) < 0 ? table : null
}

/** The table of an entry with other counts: same figures, same ones hidden. */
function asIssued(
  { request, ground, threshold }: Setting,
  entry: LedgerEntry,
  base: Map<string, number>,
): Table {
  const table = tableAt(
    { request, ground, base, threshold, linked: unlinked },
    levelNumbers(request.dimensions, entry.level),
  )
  const hidden = new Set(entry.withheld)
  for (const [index, figure] of table.figures.entries()) {
    if (hidden.has(figure.key)) hide(table, index, 'HIDDEN_ELSEWHERE')
  }
  return table
}

/** No figure shown and no hidden remainder of a line may move by a small number of people. */
function moves(setting: Setting, next: Table, version: LedgerEntry): boolean {
  const before = asIssued(setting, version, new Map(version.frozen))
  const delta = next.figures.map((figure, i) => figure.value - (before.figures[i]?.value ?? 0))
  const quiet = (n: number) => n === 0 || Math.abs(n) >= setting.threshold
  const figures = next.figures.every((figure, i) => figure.hidden !== null || quiet(delta[i] ?? 0))
  const remainders = next.lines.every(({ parts }) =>
    quiet(parts.reduce((n, p) => n + (next.figures[p]?.hidden ? (delta[p] ?? 0) : 0), 0)),
  )
  return figures && remainders
}
