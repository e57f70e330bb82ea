import type { Count } from './plan-types'
import type { Node } from './tree'

/** Counts by the finest codes of the dimensions named. */
export type Cube = { dimensions: readonly string[]; counts: readonly Count[] }

/** For each dimension of a cube the groups to count by. */
export type Parts = readonly (readonly Node[])[]

const places = new WeakMap<readonly Node[], Map<string, number>>()

/** Which of the groups a finest code falls in. */
function placesOf(groups: readonly Node[]): Map<string, number> {
  const found =
    places.get(groups) ?? new Map(groups.flatMap(({ leaves }, i) => [...leaves].map((leaf) => [leaf, i])))
  places.set(groups, found)
  return found
}

type Wanted = (at: readonly string[]) => boolean

/** Counts of every combination of groups, in the order of the product; dimensions without groups are summed. */
export function tally(cube: Cube, parts: Parts, wanted?: Wanted): number[] {
  const size = parts.reduce((n, groups) => n * Math.max(1, groups.length), 1)
  const sums = Array.from({ length: size }, () => 0)
  const maps = parts.map((groups) => (groups.length > 0 ? placesOf(groups) : null))
  for (const { at, count } of cube.counts) {
    let index = 0
    for (let d = 0; d < maps.length && index >= 0; d++) {
      const map = maps[d]
      if (!map) continue
      const place = map.get(at[d] ?? '')
      index = place === undefined ? -1 : index * (parts[d]?.length ?? 1) + place
    }
    if (index >= 0 && (!wanted || wanted(at))) sums[index] = (sums[index] ?? 0) + count
  }
  return sums
}

/** Cubes of the same dimensions added up. */
export function addCubes(cubes: readonly Cube[]): Cube {
  const sums = new Map<string, Count>()
  for (const { counts } of cubes)
    for (const { at, count } of counts) {
      const key = at.join('|')
      sums.set(key, { at, count: (sums.get(key)?.count ?? 0) + count })
    }
  return { dimensions: cubes[0]?.dimensions ?? [], counts: [...sums.values()] }
}
