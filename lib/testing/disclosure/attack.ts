import type { System } from './system'

/**
 * One figure that an audience was shown: the people of these periods in these groups. `most`: the reader knows the
 * largest value only, because a period was said to be too small.
 */
export type Shown = {
  group: string
  periods: readonly string[]
  at: readonly string[][]
  value: number
  most?: true
}
type Bounds = { low: Float64Array; high: Float64Array }
export type Breach = { figure: string; low: number; high: number; kind: 'EXACT' | 'NARROW' }

/** A published figure as the sum of figures of the system. */
type Told = { parts: number[]; least: number; most: number }

/**
 * Everything that follows from what was shown by sums alone: each total bounds its parts and each part its total,
 * over places, breakdowns, periods, people and those among them, until nothing moves.
 */
export function propagate(system: System, shown: readonly Shown[]): Bounds {
  const bounds = {
    low: new Float64Array(system.size),
    high: new Float64Array(system.size).fill(1e9),
  }
  const told = shown.map((figure) => toldOf(system, figure))
  const moved = new Uint8Array(system.size)
  for (const { parts } of told) for (const p of parts) moved[p] = 1
  for (let next: Uint8Array = moved; next.includes(1); )
    next = sweep(system, told, { ...bounds, moved: next })
  return bounds
}

function toldOf(system: System, { group, periods, at, value, most }: Shown): Told {
  let keys: string[][] = [[]]
  for (const codes of at) keys = keys.flatMap((key) => codes.map((code) => [...key, code]))
  const parts = periods.flatMap((period) => keys.map((key) => system.indexOf(`${group} ${period}`, key)))
  if (!parts.every((p) => p >= 0)) throw new RangeError(`no such figure: ${group} ${periods} ${at.join(' ')}`)
  return { parts, least: most ? 0 : value, most: value }
}

type Pass = Bounds & { moved: Uint8Array }

/** One pass over the sums that hold a figure that moved; returns the figures that move in this pass. */
function sweep({ total, start, parts }: System, told: readonly Told[], pass: Pass): Uint8Array {
  const { low, high, moved } = pass
  const next = new Uint8Array(moved.length)
  // Versions of different days need not agree: a bound never crosses the other, or nothing would come to rest.
  const raise = (v: number, wanted: number) => {
    const to = Math.min(wanted, high[v] ?? 0)
    if (to <= (low[v] ?? 0)) return
    low[v] = to
    moved[v] = 1
    next[v] = 1
  }
  const lower = (v: number, wanted: number) => {
    const to = Math.max(wanted, low[v] ?? 0)
    if (to >= (high[v] ?? 0)) return
    high[v] = to
    moved[v] = 1
    next[v] = 1
  }
  const draw = (own: ArrayLike<number>, floor: number, ceiling: number) => {
    let least = 0
    let most = 0
    for (let p = 0; p < own.length; p++) {
      least += low[own[p] ?? 0] ?? 0
      most += high[own[p] ?? 0] ?? 0
    }
    for (let p = 0; p < own.length; p++) {
      const v = own[p] ?? 0
      lower(v, ceiling - (least - (low[v] ?? 0)))
      raise(v, floor - (most - (high[v] ?? 0)))
    }
    return { least, most: Math.min(most, 1e9) }
  }
  for (const { parts: own, least, most } of told) {
    if (own.some((p) => moved[p] === 1)) draw(own, least, most)
  }
  for (let e = 0; e < total.length; e++) {
    const t = total[e] ?? 0
    const [from, to] = [start[e] ?? 0, start[e + 1] ?? 0]
    let due = moved[t] === 1
    for (let p = from; p < to && !due; p++) due = moved[parts[p] ?? 0] === 1
    if (!due) continue
    const { least, most } = draw(parts.subarray(from, to), low[t] ?? 0, high[t] ?? 0)
    raise(t, least)
    lower(t, most)
  }
  return next
}

/**
 * Figures that the reader should not have: within fewer than `threshold` values, and possibly a count of
 * 1 … threshold − 1 people. A figure that is certainly 0, or certainly `threshold` or more, names nobody.
 */
export function breaches(system: System, shown: readonly Shown[], threshold: number): Breach[] {
  const { low, high } = propagate(system, shown)
  const found: Breach[] = []
  for (let i = 0; i < system.size; i++) {
    const [l, h] = [low[i] ?? 0, high[i] ?? 0]
    if (h - l >= threshold - 1 || h === 0 || l >= threshold) continue
    found.push({ figure: system.nameOf(i), low: l, high: h, kind: l === h ? 'EXACT' : 'NARROW' })
  }
  return found
}
