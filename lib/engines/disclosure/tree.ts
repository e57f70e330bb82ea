import { ALL, type Code, type Dimension } from './plan-types'

/**
 * A group of codes and the two groups it may be split into. The tree follows the list alone, never the counts: how a
 * list *could* be cut must tell nothing about the people in it.
 */
export type Node = {
  /** `0` and `1` from the root: how the group is named in the ledger. */
  way: string
  /** Finest codes in the group. */
  leaves: ReadonlySet<string>
  /** Level of the codes that a split would set apart, null where nothing finer may be shown. */
  level: string | null
  /** Least count of this group by its level. */
  least: number
  parts: readonly [Node, Node] | null
}

/** Levels that may be shown and the least count there; null = all of them. */
type Known = ReadonlyMap<string, number> | null
type Group = { codes: readonly Code[]; way: string; least: number }

/** Siblings are halved again and again in the order of the list, by what they usually count; a code's children come below it. */
export function treeOf(dimension: Dimension, known: Known): Node {
  const children = childrenOf(dimension)
  const top = (children.get(null) ?? []).filter(({ code }) => leavesUnder(dimension, code).length > 0)
  return grow({ codes: top, way: '', least: 0 })

  function grow({ codes, way, least }: Group): Node {
    const leaves = new Set(codes.flatMap(({ code }) => leavesUnder(dimension, code)))
    const apart = separable(codes)
    const level = apart[0]?.level ?? null
    const floor = level === null || !known ? 0 : known.get(level)
    if (apart.length < 2 || floor === undefined) return { way, leaves, level: null, least, parts: null }
    const half = halfOf(apart.map((code) => usualOf(dimension, code)))
    const below = Math.max(least, floor)
    return {
      way,
      leaves,
      level,
      least,
      parts: [
        grow({ codes: apart.slice(0, half), way: `${way}0`, least: below }),
        grow({ codes: apart.slice(half), way: `${way}1`, least: below }),
      ],
    }
  }

  /** The codes themselves, or for a single one what lies below it. A level that is not known ends the tree. */
  function separable(codes: readonly Code[]): readonly Code[] {
    let now = codes
    for (let only = now[0]; now.length === 1 && only; only = now[0]) {
      if (known && !known.has(only.level)) return []
      now = (children.get(only.code) ?? []).filter(({ code }) => leavesUnder(dimension, code).length > 0)
    }
    return now
  }
}

/** Where a row of weights falls into two parts that differ least. */
function halfOf(weights: readonly number[]): number {
  const all = weights.reduce((a, b) => a + b, 0)
  let [best, half, sum] = [Number.POSITIVE_INFINITY, 1, 0]
  for (let i = 0; i < weights.length - 1; i++) {
    sum += weights[i] ?? 0
    const apart = Math.abs(all - 2 * sum)
    if (apart <= best) [best, half] = [apart, i + 1]
  }
  return half
}

/** What a code usually counts: as given, or the sum of what lies below it; every code alike where nobody says. */
function usualOf(dimension: Dimension, { code, usual }: Code): number {
  if (usual !== undefined) return usual
  const below = dimension.codes.filter(({ parent }) => parent === code)
  return below.length > 0 && below.some((child) => child.usual !== undefined)
    ? below.reduce((sum, child) => sum + usualOf(dimension, child), 0)
    : 1
}

function childrenOf({ codes }: Dimension): Map<string | null, Code[]> {
  const children = new Map<string | null, Code[]>()
  for (const code of codes) children.set(code.parent, [...(children.get(code.parent) ?? []), code])
  return children
}

const under = new WeakMap<Dimension, Map<string, string[]>>()

/** Finest codes of a code; of itself when it is one. */
export function leavesUnder(dimension: Dimension, code: string): readonly string[] {
  const found = under.get(dimension) ?? leavesOf(dimension)
  under.set(dimension, found)
  return found.get(code) ?? []
}

function leavesOf({ codes, levels }: Dimension): Map<string, string[]> {
  const byCode = new Map(codes.map((code) => [code.code, code]))
  const found = new Map<string, string[]>()
  for (const leaf of codes) {
    if (leaf.level !== levels[0]) continue
    for (let at: Code | undefined = leaf; at; at = at.parent === null ? undefined : byCode.get(at.parent))
      found.set(at.code, [...(found.get(at.code) ?? []), leaf.code])
  }
  return found
}

/** The group at the end of a way; null when the tree does not go there. */
export function nodeAt(root: Node, way: string): Node | null {
  let node: Node | null = root
  for (const step of way) node = node?.parts?.[step === '0' ? 0 : 1] ?? null
  return node
}

/** A group in the fewest codes of its list: `['*']`, a region that is whole, or the codes one by one. */
export function labelOf(dimension: Dimension, leaves: ReadonlySet<string>): string[] {
  const all = dimension.codes.filter(({ level }) => level === dimension.levels[0])
  if (all.every(({ code }) => leaves.has(code))) return [ALL]
  const children = childrenOf(dimension)
  const name = ({ code }: Code): string[] => {
    const own = leavesUnder(dimension, code)
    if (own.length > 0 && own.every((leaf) => leaves.has(leaf))) return [code]
    return (children.get(code) ?? []).flatMap(name)
  }
  return (children.get(null) ?? []).flatMap(name)
}
