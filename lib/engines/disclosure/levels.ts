import type { Code, Dimension, ReleaseRequest } from './types'
import { ALL } from './types'

/** For each dimension, what every code becomes at every level (`*` = all). */
export type Climb = Map<string, string>[][]

/** Level numbers per dimension: 0 is the finest, `levels.length` means all. */
export type Level = number[]

export const keyOf = (at: readonly string[]) => at.join('|')
export const atOf = (key: string) => key.split('|')

/** Ancestors of every code, by dimension and target level. */
export function climbs(dimensions: readonly Dimension[]): Climb {
  return dimensions.map((dimension) => {
    const codes = new Map(dimension.codes.map((code) => [code.code, code]))
    return [...dimension.levels.keys(), dimension.levels.length].map(
      (target) =>
        new Map(dimension.codes.map((code) => [code.code, ancestor(dimension, codes, { code, target })])),
    )
  })
}

type Step = { code: Code; target: number }

function ancestor(dimension: Dimension, codes: Map<string, Code>, { code, target }: Step): string {
  let current: Code | undefined = code
  while (current && dimension.levels.indexOf(current.level) < target) {
    current = current.parent === null ? undefined : codes.get(current.parent)
  }
  return current?.code ?? ALL
}

/**
 * Every combination of levels, best first: a dimension is coarsened before it is dropped (domain rule 6), and
 * among the rest the one with most cells comes first.
 */
export function candidateLevels(request: ReleaseRequest): Level[] {
  let all: Level[] = [[]]
  for (const dimension of request.dimensions) {
    const own = [...dimension.levels.keys(), dimension.levels.length]
    all = all.flatMap((level) => own.map((n) => [...level, n]))
  }
  const sizes = request.dimensions.map((dimension) => [
    ...dimension.levels.map((name) => dimension.codes.filter((code) => code.level === name).length),
    1,
  ])
  const size = (level: Level) => level.reduce((n, l, d) => n * (sizes[d]?.[l] ?? 1), 1)
  const dropped = (level: Level) => level.filter((l, d) => l === request.dimensions[d]?.levels.length).length
  return all
    .map((level) => ({ level, size: size(level), dropped: dropped(level) }))
    .sort((a, b) => a.dropped - b.dropped || b.size - a.size)
    .map(({ level }) => level)
}

const lifted = new WeakMap<Climb, Map<string, Map<string, string>>>()

/** From keys of cells to the key of the same place at a coarser level; each key is worked out once. */
export function lifter(climb: Climb, level: Level): (key: string) => string {
  const levels = lifted.get(climb) ?? new Map<string, Map<string, string>>()
  lifted.set(climb, levels)
  const done = levels.get(level.join()) ?? new Map<string, string>()
  levels.set(level.join(), done)
  const maps = level.map((l, d) => climb[d]?.[l])
  return (key) => {
    const found = done.get(key)
    if (found !== undefined) return found
    const up = keyOf(atOf(key).map((code, d) => maps[d]?.get(code) ?? ALL))
    done.set(key, up)
    return up
  }
}

/** All cells of a level, zeros included. */
export function cellsAt(dimensions: readonly Dimension[], level: Level): string[][] {
  let cells: string[][] = [[]]
  for (const [d, dimension] of dimensions.entries()) {
    const name = dimension.levels[level[d] ?? 0]
    const codes =
      name === undefined ? [ALL] : dimension.codes.filter((c) => c.level === name).map((c) => c.code)
    cells = cells.flatMap((cell) => codes.map((code) => [...cell, code]))
  }
  return cells
}

export function sumAt(climb: Climb, counts: ReadonlyMap<string, number>, level: Level): Map<string, number> {
  const sums = new Map<string, number>()
  const lift = lifter(climb, level)
  for (const [key, count] of counts) {
    const up = lift(key)
    sums.set(up, (sums.get(up) ?? 0) + count)
  }
  return sums
}

export function levelNames(dimensions: readonly Dimension[], level: Level): string[] {
  return dimensions.map((dimension, d) => dimension.levels[level[d] ?? 0] ?? ALL)
}
export function levelNumbers(dimensions: readonly Dimension[], names: readonly string[]): Level {
  return dimensions.map((dimension, d) => {
    const n = dimension.levels.indexOf(names[d] ?? ALL)
    return n < 0 ? dimension.levels.length : n
  })
}
