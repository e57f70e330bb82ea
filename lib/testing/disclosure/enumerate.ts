import { propagate, type Shown } from './attack'
import type { System } from './system'

/** Exact least and most value of every blank figure of one period, by trying whole numbers. */
export type Exact = { figure: string; low: number; high: number }

type Search = { system: System; unknown: number[]; sums: Sum[]; steps: number }
type Sum = { total: number; parts: number[] }

/**
 * Tries every whole-number filling of the blanks in the tables of one period, as long as there are at most
 * `most` blanks. Null when the table is too large for that.
 */
export function enumerate(system: System, shown: readonly Shown[], most = 14): Exact[] | null {
  const { low, high } = propagate(system, shown)
  const blanks = [...new Set(shown.filter((s) => s.value === null).map((s) => system.indexOf(s.time, s.at)))]
  const told = new Map(
    shown.flatMap((s) => (s.value === null ? [] : [[system.indexOf(s.time, s.at), s.value]])),
  )
  const unknown = blanks.filter((i) => !told.has(i))
  if (unknown.length === 0 || unknown.length > most) return null
  const open = new Set(unknown)
  const sums = sumsAmong(system, new Set([...open, ...told.keys()]))
  const search: Search = { system, unknown, sums, steps: 0 }
  return unknown.map((target) => {
    const fits = (value: number) => {
      const l = Float64Array.from(low)
      const h = Float64Array.from(high)
      l[target] = value
      h[target] = value
      return canFill(search, l, h)
    }
    let least = low[target] ?? 0
    let greatest = high[target] ?? 0
    while (least < greatest && !fits(least)) least += 1
    while (greatest > least && !fits(greatest)) greatest -= 1
    return { figure: system.nameOf(target), low: least, high: greatest }
  })
}

/** The sums that bind figures shown or left blank, and the subtotals made of them. */
function sumsAmong({ total, start, parts }: System, figures: Set<number>): Sum[] {
  const found = new Map<number, Sum>()
  for (let grown = true; grown; ) {
    grown = false
    for (let e = 0; e < total.length; e++) {
      const t = total[e] ?? 0
      const own = found.has(e) ? [] : [...parts.subarray(start[e], start[e + 1])]
      if (own.length === 0 || !own.every((p) => figures.has(p))) continue
      found.set(e, { total: t, parts: own })
      grown = true
      figures.add(t)
    }
  }
  return [...found.values()]
}

/** Depth first, the narrowest blank first, with bounds drawn in after each guess. */
function canFill(search: Search, low: Float64Array, high: Float64Array): boolean {
  if (!tighten(search.sums, low, high)) return false
  const width = (i: number) => (high[i] ?? 0) - (low[i] ?? 0)
  const open = search.unknown.filter((i) => width(i) > 0).sort((a, b) => width(a) - width(b))
  const [next] = open
  search.steps += 1
  if (next === undefined || search.steps > 200_000) return true
  for (let value = low[next] ?? 0; value <= (high[next] ?? 0); value++) {
    const l = Float64Array.from(low)
    const h = Float64Array.from(high)
    l[next] = value
    h[next] = value
    if (canFill(search, l, h)) return true
  }
  return false
}

function tighten(sums: readonly Sum[], low: Float64Array, high: Float64Array): boolean {
  for (let moved = true; moved; ) {
    moved = false
    for (const { total, parts } of sums) {
      const least = parts.reduce((n, p) => n + (low[p] ?? 0), 0)
      const most = parts.reduce((n, p) => n + (high[p] ?? 0), 0)
      for (const [v, l, h] of [
        [total, least, most],
        ...parts.map((p) => [
          p,
          (low[total] ?? 0) - most + (high[p] ?? 0),
          (high[total] ?? 0) - least + (low[p] ?? 0),
        ]),
      ] as [number, number, number][]) {
        if (l > (low[v] ?? 0)) [low[v], moved] = [l, true]
        if (h < (high[v] ?? 0)) [high[v], moved] = [h, true]
        if ((low[v] ?? 0) > (high[v] ?? 0)) return false
      }
    }
  }
  return true
}
