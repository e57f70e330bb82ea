/** A stretch of months, counted from year 0; `from` and `to` are both inside. */
export type Span = { from: number; to: number }

const month = /^(\d{4})-(0[1-9]|1[0-2])$/
const quarter = /^(\d{4})-Q([1-4])$/
const year = /^(\d{4})$/

/** Reads `2014-04`, `2014-Q2` or `2014`; null for anything else. Years run from 1990 to 2100. */
export function spanOf(period: string): Span | null {
  const found = month.exec(period) ?? quarter.exec(period) ?? year.exec(period)
  const first = Number(found?.[1])
  if (!found || first < 1990 || first > 2100) return null
  const start = first * 12
  const part = Number(found[2] ?? 0)
  if (part === 0) return { from: start, to: start + 11 }
  if (period.includes('Q')) return { from: start + (part - 1) * 3, to: start + part * 3 - 1 }
  return { from: start + part - 1, to: start + part - 1 }
}

export function monthName(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

export const overlaps = (a: Span, b: Span) => a.from <= b.to && b.from <= a.to
export const isInside = (inner: Span, outer: Span) => inner.from >= outer.from && inner.to <= outer.to
