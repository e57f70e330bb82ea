import type { Seen } from './seen'

/**
 * How much is shown: the share of the people who are counted in the tables asked, of the tables that leave (at once or
 * with a later period), and of figures shown against figures that are not 0.
 */
export function usefulness(seen: readonly Seen[]) {
  const sums = { asked: 0, shown: 0, tables: 0, left: 0, figures: 0, cells: 0 }
  for (const { asked, outputs, version } of seen) {
    if (version > 0) continue
    for (const { table, outcome, cells } of outputs) {
      const counts = asked.tables.find((one) => one.table === table)?.counts ?? []
      sums.asked += counts.reduce((sum, { count }) => sum + count, 0)
      sums.shown += cells.reduce((sum, { value }) => sum + value, 0)
      sums.tables += 1
      sums.left += outcome === 'RELEASED' ? 1 : 0
      sums.figures += counts.filter(({ count }) => count > 0).length
      sums.cells += cells.length
    }
  }
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  return {
    people: share(sums.shown, sums.asked),
    tables: share(sums.left, sums.tables),
    cells: share(sums.cells, sums.figures),
  }
}
