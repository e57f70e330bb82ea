import type { System } from './system'

/** What one audience was shown: a value, a value rounded down to `base`, or nothing (null). */
export type Shown = { time: string; at: string[]; value: number | null; base: number }
type Bounds = { low: Float64Array; high: Float64Array }
export type Breach = { figure: string; low: number; high: number; kind: 'EXACT' | 'NARROW' }

/**
 * Everything that follows from what was shown by sums alone: each total bounds its parts and each part its
 * total, over places, breakdowns, months, quarters, years and cumulative figures, until nothing moves.
 * A reader also knows that a blank cell is not a zero, since zeros are shown.
 */
export function propagate(system: System, shown: readonly Shown[]): Bounds {
  const low = new Float64Array(system.size)
  const high = new Float64Array(system.size).fill(1e9)
  for (const { time, at, value, base } of shown) {
    const i = system.indexOf(time, at)
    if (i < 0) throw new RangeError(`no such figure: ${time} ${at.join()}`)
    low[i] = Math.max(low[i] ?? 0, value ?? 1)
    if (value !== null) high[i] = Math.min(high[i] ?? 0, value + base - 1)
  }
  const moved = new Uint8Array(system.size)
  for (const { time, at } of shown) moved[system.indexOf(time, at)] = 1
  for (let next: Uint8Array = moved; next.includes(1); ) next = sweep(system, { low, high, moved: next })
  return { low, high }
}

type Pass = Bounds & { moved: Uint8Array }

/** One pass over the sums that hold a figure that moved; returns the figures that move in this pass. */
function sweep({ total, start, parts }: System, { low, high, moved }: Pass): Uint8Array {
  const next = new Uint8Array(moved.length)
  const raise = (v: number, to: number) => {
    if (to > (low[v] ?? 0)) {
      low[v] = to
      moved[v] = 1
      next[v] = 1
    }
  }
  const lower = (v: number, to: number) => {
    if (to < (high[v] ?? 0)) {
      high[v] = to
      moved[v] = 1
      next[v] = 1
    }
  }
  for (let e = 0; e < total.length; e++) {
    const t = total[e] ?? 0
    const [from, to] = [start[e] ?? 0, start[e + 1] ?? 0]
    let due = moved[t] === 1
    for (let p = from; p < to && !due; p++) due = moved[parts[p] ?? 0] === 1
    if (!due) continue
    let least = 0
    let most = 0
    for (let p = from; p < to; p++) {
      least += low[parts[p] ?? 0] ?? 0
      most += high[parts[p] ?? 0] ?? 0
    }
    raise(t, least)
    lower(t, Math.min(most, 1e9))
    const [floor, ceiling] = [low[t] ?? 0, high[t] ?? 0]
    for (let p = from; p < to; p++) {
      const v = parts[p] ?? 0
      lower(v, ceiling - (least - (low[v] ?? 0)))
      raise(v, floor - (most - (high[v] ?? 0)))
    }
  }
  return next
}

/**
 * Figures that the reader has now and should not have: a blank that is exact or within fewer than `threshold`
 * steps, and any other figure, shown or not, that is within fewer than `threshold` steps and may be a count of
 * 1 … threshold − 1 people. A figure that is certainly 0, or certainly `threshold` or more, names nobody.
 */
export function breaches(system: System, shown: readonly Shown[], threshold: number): Breach[] {
  const { low, high } = propagate(system, shown)
  const blank = new Set(shown.filter((s) => s.value === null).map((s) => system.indexOf(s.time, s.at)))
  for (const { time, at, value } of shown) if (value !== null) blank.delete(system.indexOf(time, at))
  const found: Breach[] = []
  for (let i = 0; i < system.size; i++) {
    const [l, h] = [low[i] ?? 0, high[i] ?? 0]
    if (h - l >= threshold) continue
    const harmless = !blank.has(i) && (h === 0 || l >= threshold)
    if (!harmless)
      found.push({ figure: system.nameOf(i), low: l, high: h, kind: l === h ? 'EXACT' : 'NARROW' })
  }
  return found
}
