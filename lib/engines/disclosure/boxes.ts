import type { Cell, Dimension } from './plan-types'
import { labelOf, leavesUnder } from './tree'
import { Union } from './union'

type Leaves = ReadonlySet<string>
/** How one place stands in one table: the groups of each dimension, and a value for each combination. */
type Stood = { groups: readonly (readonly Leaves[])[]; values: readonly number[] }

/** One table given out, with the lists it was cut by. */
export type Bucket = { covers: readonly string[]; lists: readonly Dimension[]; stands: readonly Stood[] }

/**
 * Tables added up in cells that every one of them can fill: places that one table tells together stay together, and so
 * do, place by place, the groups of each other dimension. Where the lists differ, codes stay together under the code
 * whose children changed.
 */
export function addBoxes(buckets: readonly Bucket[]): Cell[] {
  const lists = (buckets.at(-1)?.lists ?? []).map((_, d) =>
    buckets.flatMap((bucket) => bucket.lists[d] ?? []),
  )
  const first = joined(
    lists[0] ?? [],
    buckets.flatMap(({ stands }) => stands.flatMap(({ groups }) => groups[0] ?? [])),
  )
  const isPlace = lists[0]?.[0]?.about === 'PLACE'
  const places = isPlace ? first : [new Set<string>()]
  return places.flatMap((place) => {
    const here = buckets.flatMap(({ stands }) =>
      stands.filter(({ groups }) => !isPlace || touches(groups[0]?.[0], place)),
    )
    const parts = lists.map((own, d) =>
      isPlace && d === 0
        ? [place]
        : joined(
            own,
            here.flatMap(({ groups }) => groups[d] ?? []),
          ),
    )
    return cellsOf(
      lists.map((own) => own.at(-1)),
      parts,
      here,
    )
  })
}

const touches = (leaves: Leaves | undefined, place: Leaves) =>
  leaves !== undefined && [...leaves].some((leaf) => place.has(leaf))

/** The finest groups of which every given group is a part. */
function joined(lists: readonly Dimension[], groups: readonly Leaves[]): Set<string>[] {
  const union = new Union()
  for (const group of groups) union.join([...group])
  const [base] = lists
  for (const list of lists) {
    if (list === base || !base || JSON.stringify(list.codes) === JSON.stringify(base.codes)) continue
    for (const parent of changedParents(base, list))
      union.join([base, list].flatMap((version) => leavesBelow(version, parent)))
  }
  return union.groups()
}

function changedParents(a: Dimension, b: Dimension): (string | null)[] {
  const children = ({ codes }: Dimension, parent: string | null) =>
    codes
      .filter((code) => code.parent === parent)
      .map(({ code }) => code)
      .sort()
      .join('|')
  const parents = new Set([...a.codes, ...b.codes].map(({ parent }) => parent))
  return [...parents].filter((parent) => children(a, parent) !== children(b, parent))
}

const leavesBelow = (list: Dimension, parent: string | null): string[] =>
  parent === null
    ? list.codes.filter(({ level }) => level === list.levels[0]).map(({ code }) => code)
    : [...leavesUnder(list, parent)]

function cellsOf(
  lists: readonly (Dimension | undefined)[],
  parts: readonly (readonly Leaves[])[],
  here: readonly Stood[],
): Cell[] {
  const sums = new Map<string, number>()
  for (const { groups, values } of here) {
    const own = groups.map((list, d) =>
      list.map((group) => parts[d]?.findIndex((part) => touches(group, part)) ?? -1),
    )
    for (const [i, key] of product(own).entries())
      sums.set(key.join(), (sums.get(key.join()) ?? 0) + (values[i] ?? 0))
  }
  const indexes = product(parts.map((groups) => groups.map((_, i) => i)))
  return indexes.map((at) => ({
    at: at.map((i, d) => {
      const list = lists[d]
      return list ? labelOf(list, parts[d]?.[i] ?? new Set()) : []
    }),
    value: sums.get(at.join()) ?? 0,
  }))
}

function product(lists: readonly (readonly number[])[]): number[][] {
  let all: number[][] = [[]]
  for (const list of lists) all = all.flatMap((at) => list.map((i) => [...at, i]))
  return all
}
