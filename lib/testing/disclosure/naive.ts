import type { Engine, EngineOutcome } from './play'
import { ALL, type Lists } from './world'

type Request = {
  dimensions: Lists[]
  counts: { at: string[]; count: number }[]
  audience: string
  cumulative: boolean
}

/**
 * What offices do by hand: one fixed level (region × all breakdowns), every total shown, counts of
 * 1 … threshold − 1 left blank, cumulative figures rounded down. Shows that the attacker finds what it should.
 */
export function naiveEngine(thresholds: ReadonlyMap<string, number>): Engine {
  return (input) => {
    const request = input as Request
    const threshold = thresholds.get(request.audience) ?? 0
    const sums = new Map<string, number>()
    for (const { at, count } of request.counts) {
      for (const key of upward(request.dimensions, at)) sums.set(key, (sums.get(key) ?? 0) + count)
    }
    const cells = allCells(request.dimensions).map((at) =>
      cellOf(at, sums.get(at.join('|')) ?? 0, { threshold, request }),
    )
    return { outcome: 'RELEASED', cells, entries: [] }
  }
}

type Cells = NonNullable<EngineOutcome['cells']>
type Limit = { threshold: number; request: Request }

function cellOf(at: string[], count: number, { threshold, request }: Limit): Cells[number] {
  if (count > 0 && count < threshold) return { at, value: null, state: 'WITHHELD' }
  if (!request.cumulative) return { at, value: count, state: 'SHOWN' }
  return { at, value: Math.floor(count / 5) * 5, state: 'ROUNDED' }
}

/** Every figure that a count adds to: regions for cercles, then each breakdown or all of it. */
function upward(dimensions: Lists[], at: string[]): string[] {
  const region = dimensions[0]?.codes.find((c) => c.code === at[0])?.parent ?? ALL
  const ups = dimensions.map((_, d) => (d === 0 ? [region, ALL] : [at[d] ?? ALL, ALL]))
  return combine(ups).map((cell) => cell.join('|'))
}

function allCells(dimensions: Lists[]): string[][] {
  const codes = dimensions.map(({ codes: list, levels }, d) => {
    const level = d === 0 ? levels[1] : levels[0]
    return [...list.filter((c) => c.level === level).map((c) => c.code), ALL]
  })
  return combine(codes)
}

function combine(lists: string[][]): string[][] {
  let all: string[][] = [[]]
  for (const list of lists) all = all.flatMap((cell) => list.map((code) => [...cell, code]))
  return all
}
