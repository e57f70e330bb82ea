import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { climbs } from './levels'
import { hide, protect } from './protect'
import { firstNarrow } from './ranges'
import { buildTable, type Table } from './table'
import { ALL, type Dimension } from './types'

const flat = (name: string, codes: string[]): Dimension => ({
  name,
  levels: [name],
  codes: codes.map((code) => ({ code, level: name, parent: null })),
})
const dimensions = [flat('AREA', ['A', 'B', 'C']), flat('KIND', ['X', 'Y', 'Z'])]
const cells = ['A', 'B', 'C'].flatMap((a) => ['X', 'Y', 'Z'].map((k) => [a, k]))

function tableOf(counts: readonly number[]): Table {
  const sums = new Map(cells.map((at, i) => [at.join('|'), counts[i] ?? 0]))
  const table = buildTable({
    climb: climbs(dimensions),
    level: [0, 0],
    tops: [1, 1],
    cells,
    sums,
    sensitive: new Set(),
    anchor: null,
  })
  for (const figure of table.figures) figure.pinned = figure.key === `${ALL}|${ALL}`
  return table
}

/** Smallest width of a blank cell, from every filling of the blanks that keeps the totals shown. */
function narrowest(table: Table): number {
  const open = table.figures.flatMap((f, i) => (f.leaf && f.hidden ? [i] : []))
  const value = table.figures.map((f) => (f.leaf && !f.hidden ? f.value : 0))
  const seen = open.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }))
  const below = table.figures.map((total) => {
    const [a, k] = total.key.split('|')
    return cells.flatMap((at, i) => ((a === ALL || a === at[0]) && (k === ALL || k === at[1]) ? [i] : []))
  })
  const index = cells.map((at) => table.byKey.get(at.join('|')) ?? 0)
  const shown = table.figures.flatMap((f, i) =>
    f.leaf || f.hidden ? [] : [{ total: f.value, parts: below[i] ?? [] }],
  )
  const sum = (parts: number[]) => parts.reduce((n, p) => n + (value[index[p] ?? 0] ?? 0), 0)
  const fill = (n: number): void => {
    if (shown.some(({ total, parts }) => sum(parts) > total)) return
    if (n === open.length) {
      if (!shown.every(({ total, parts }) => sum(parts) === total)) return
      for (const [i, range] of seen.entries()) {
        const own = value[open[i] ?? 0] ?? 0
        range.low = Math.min(range.low, own)
        range.high = Math.max(range.high, own)
      }
      return
    }
    for (let v = 1; v <= 30; v++) {
      value[open[n] ?? 0] = v
      fill(n + 1)
    }
    value[open[n] ?? 0] = 0
  }
  fill(0)
  return Math.min(...seen.map(({ low, high }) => high - low))
}

const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })

describe('ranges of blank cells', () => {
  it('are what trying every filling finds', () => {
    const blanks = fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(counts, blanks, fc.integer({ min: 1, max: 5 }), (numbers, chosen, threshold) => {
        const table = tableOf(numbers.map((n) => n + 1))
        for (const i of chosen)
          hide(table, table.byKey.get((cells[i] ?? []).join('|')) ?? 0, 'BELOW_THRESHOLD')
        expect(firstNarrow(table, threshold) < 0).toBe(narrowest(table) >= threshold)
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('are at least the threshold in every table that is let through', () => {
    fc.assert(
      fc.property(counts, (numbers) => {
        const table = tableOf(numbers)
        const safe = protect(table, { threshold: 4, mostHidden: 6 })
        const blank = table.figures.filter((figure) => figure.leaf && figure.hidden)
        if (safe && blank.length > 0) expect(narrowest(table)).toBeGreaterThanOrEqual(4)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
