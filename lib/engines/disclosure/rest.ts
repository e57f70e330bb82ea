import { type Cube, type Parts, tally } from './cube'
import type { Against, Out } from './fits'
import type { Node } from './tree'

/** One group for each dimension of a table, null for all of it. */
type At = readonly (Node | null)[]

type Test = { against: Against; least: number }

/**
 * Is everybody of the containing family who is not of this one a group that may be known, in each of these cells? And
 * still when any of the other families inside it are taken away too? Only figures that are out are looked at, and a
 * cell that they do not tell is refused: neither a yes nor a no may depend on what no reader was given.
 */
export function leavesEnough(cube: Cube, parts: Parts, { against: { whole, others }, least }: Test): boolean {
  const ours = tally(cube, parts)
  const shared = sharedWith(cube, whole)
  return shared.every((names) => {
    const cells = new Map<string, { at: At; count: number }>()
    for (const [i, at] of productOf(parts).entries()) {
      const own = at.map((node, d) => (names.has(cube.dimensions[d] ?? '') ? node : null))
      const key = own.map((node) => node?.way ?? '*').join('|')
      const before = cells.get(key)?.count ?? 0
      cells.set(key, { at: own, count: before + (ours[i] ?? 0) })
    }
    const mustKnow = isWidest(names, shared)
    return [...cells.values()].every((cell) => isFine(cell, mustKnow))
  })

  function isFine({ at, count }: { at: At; count: number }, mustKnow: boolean): boolean {
    const all = toldBy(whole, cube, at)
    if (all === null) return !mustKnow
    if (all - count < least) return false
    const told: number[] = []
    for (const tables of others) {
      if (tables.length === 0) continue
      const theirs = toldBy(tables, cube, commonWith(tables, cube, at))
      if (theirs === null) return !mustKnow
      if (isToldOf(tables, cube, at)) told.push(theirs)
    }
    const left = all - count
    return subsetSums(told).every((sum) => left <= sum || left - sum >= least)
  }
}

/** For each table of the containing family the dimensions that both have. */
function sharedWith(cube: Cube, whole: readonly Out[]): ReadonlySet<string>[] {
  const sets = whole.map((out) => cube.dimensions.filter((name) => out.cube.dimensions.includes(name)))
  return [...new Map(sets.map((names) => [names.join('|'), new Set(names)])).values()]
}

const isWidest = (names: ReadonlySet<string>, all: readonly ReadonlySet<string>[]) =>
  !all.some((other) => other.size > names.size && [...names].every((name) => other.has(name)))

const isToldOf = (tables: readonly Out[], own: Cube, at: At) => tables.some((table) => knows(table, own, at))

/** Does a table have all dimensions by which this cell is cut? */
const knows = ({ cube }: Out, own: Cube, at: At) =>
  at.every((node, d) => node === null || cube.dimensions.includes(own.dimensions[d] ?? ''))

/** The cell as far as the tables of another family could know it. */
function commonWith(tables: readonly Out[], own: Cube, at: At): At {
  if (isToldOf(tables, own, at)) return at
  const names = tables.map(({ cube }) => own.dimensions.filter((name) => cube.dimensions.includes(name)))
  const widest = names.reduce((a, b) => (b.length > a.length ? b : a), [])
  return at.map((node, d) => (widest.includes(own.dimensions[d] ?? '') ? node : null))
}

/** What tables that are out tell of exactly these groups; null when they tell nothing of them. */
function toldBy(tables: readonly Out[], own: Cube, at: At): number | null {
  for (const table of tables) {
    const groups = table.cube.dimensions.map((name) => at[own.dimensions.indexOf(name)] ?? null)
    if (!knows(table, own, at) || !table.cuts.every((cut) => isMadeOf(groups, cut))) continue
    return (
      tally(
        table.cube,
        groups.map((node) => (node ? [node] : [])),
      )[0] ?? 0
    )
  }
  return null
}

/** Every cell of the cut lies inside these groups or outside of them. */
function isMadeOf(groups: At, cut: Parts): boolean {
  const touching = cut.map((own, d) => own.filter((node) => isInTouch(node, groups[d] ?? null)))
  if (touching.some((own) => own.length === 0)) return true
  return touching.every((own, d) => own.every((node) => isWithin(node, groups[d] ?? null)))
}

const isInTouch = (node: Node, group: Node | null) =>
  group === null || node.way.startsWith(group.way) || group.way.startsWith(node.way)
const isWithin = (node: Node, group: Node | null) => group === null || node.way.startsWith(group.way)

function productOf(parts: Parts): Node[][] {
  let all: Node[][] = [[]]
  for (const groups of parts) all = all.flatMap((at) => groups.map((node) => [...at, node]))
  return all
}

/** Sums of every choice of these numbers but none. */
function subsetSums(values: readonly number[]): number[] {
  let sums: number[] = []
  for (const value of values) sums = [...sums, value, ...sums.map((sum) => sum + value)]
  return sums
}

/** Everybody of a containing table who is not of this one, for each cell as far as both tables know it. */
export function restOf(cube: Cube, whole: Cube, parts: Parts): number[] {
  return productOf(parts).map((cell) => {
    const ours = cell.map((node, d) => (whole.dimensions.includes(cube.dimensions[d] ?? '') ? [node] : []))
    const theirs = whole.dimensions.map((name) => cell[cube.dimensions.indexOf(name)])
    const all = tally(
      whole,
      theirs.map((node) => (node ? [node] : [])),
    )
    return (all[0] ?? 0) - (tally(cube, ours)[0] ?? 0)
  })
}
