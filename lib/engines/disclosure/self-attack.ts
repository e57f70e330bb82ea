import type { Table } from './table'

/** More people than any table holds, small enough to be added without rounding. */
const unbounded = 1e12

/**
 * Last look before a table leaves, from what will be shown alone: each total bounds its parts and each part
 * its total until nothing moves. Returns the key of a blank that ends up narrower than `threshold`, or null.
 */
export function selfAttack(table: Table, threshold: number): string | null {
  const low = table.figures.map((figure) =>
    figure.hidden ? Math.min(figure.floor, figure.value) : figure.value,
  )
  const high = table.figures.map((figure) => (figure.hidden ? unbounded : figure.value))
  while (sweep(table, low, high));
  const caught = table.figures.find((f, i) => f.hidden !== null && (high[i] ?? 0) - (low[i] ?? 0) < threshold)
  return caught?.key ?? null
}

function sweep(table: Table, low: number[], high: number[]): boolean {
  let moved = false
  const draw = (i: number, least: number, most: number) => {
    if (least > (low[i] ?? 0)) [low[i], moved] = [least, true]
    if (most < (high[i] ?? 0)) [high[i], moved] = [most, true]
  }
  for (const { total, parts } of table.lines) {
    if (total < 0) continue
    const least = parts.reduce((n, p) => n + (low[p] ?? 0), 0)
    const most = parts.reduce((n, p) => n + (high[p] ?? 0), 0)
    draw(total, least, most)
    for (const p of parts) {
      draw(p, (low[total] ?? 0) - most + (high[p] ?? 0), (high[total] ?? 0) - least + (low[p] ?? 0))
    }
  }
  return moved
}
