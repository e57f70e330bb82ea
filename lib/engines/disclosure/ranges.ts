import type { Figure, Table } from './table'

/** One hidden figure: people "flow" from its column to its row; the totals that are shown stay fixed. */
type Edge = { from: number; to: number; room: number; figure: number }
type Network = { edges: Edge[]; touching: number[][] }

/**
 * The first hidden figure that a reader could narrow down to fewer than `threshold` steps, or -1.
 * Exact within one table: a figure can move by one exactly if there is a closed way through hidden figures.
 */
export function firstNarrow(table: Table, threshold: number): number {
  const network = networkOf(table)
  const order = network.edges.map((_, e) => e)
  for (const e of order) {
    if (width(network, e, threshold) < threshold) return network.edges[e]?.figure ?? -1
  }
  return -1
}

function networkOf(table: Table): Network {
  const network: Network = { edges: [], touching: table.lines.map(() => []) }
  for (const [index, figure] of table.figures.entries()) {
    if (!figure.hidden) continue
    const [from, to] = ends(figure)
    const e = network.edges.push({ from, to, room: figure.value - figure.floor, figure: index }) - 1
    network.touching[from]?.push(e)
    if (to !== from) network.touching[to]?.push(e)
  }
  return network
}

function ends(figure: Figure): [number, number] {
  if (figure.leaf) return [figure.across, figure.up]
  return figure.inColumns ? [figure.up, figure.own] : [figure.own, figure.up]
}

/** How far the figure can move up and down together, counted up to `enough`. */
function width(network: Network, e: number, enough: number): number {
  const edge = network.edges[e]
  if (!edge) return enough
  const up = flow(network, { source: edge.to, sink: edge.from, skip: e, limit: enough })
  if (up >= enough) return up
  const limit = Math.min(enough - up, edge.room)
  return up + flow(network, { source: edge.from, sink: edge.to, skip: e, limit })
}

type Push = { source: number; sink: number; skip: number; limit: number }

function flow(network: Network, push: Push): number {
  if (push.source === push.sink) return push.limit
  const moved = new Map<number, number>()
  let total = 0
  while (total < push.limit) {
    const path = findPath(network, push, moved)
    if (!path) break
    const step = Math.min(
      push.limit - total,
      ...path.map((s) => (s.forward ? push.limit : left(network, moved, s.e))),
    )
    for (const s of path) moved.set(s.e, (moved.get(s.e) ?? 0) + (s.forward ? step : -step))
    total += step
  }
  return total
}

const left = (network: Network, moved: Map<number, number>, e: number) =>
  (network.edges[e]?.room ?? 0) + (moved.get(e) ?? 0)

type Hop = { e: number; forward: boolean; before: number }

/** Shortest way from source to sink; a figure may always grow, and shrink while it has room. */
function findPath(network: Network, push: Push, moved: Map<number, number>): Hop[] | null {
  const reached = new Map<number, Hop | null>([[push.source, null]])
  const queue = [push.source]
  for (const line of queue) {
    if (line === push.sink) return trace(reached, push.sink)
    for (const e of network.touching[line] ?? []) {
      const edge = network.edges[e]
      if (!edge || e === push.skip) continue
      const forward = edge.from === line
      const next = forward ? edge.to : edge.from
      if (reached.has(next) || (!forward && left(network, moved, e) <= 0)) continue
      reached.set(next, { e, forward, before: line })
      queue.push(next)
    }
  }
  return null
}

function trace(reached: Map<number, Hop | null>, sink: number): Hop[] {
  const path: Hop[] = []
  let hop = reached.get(sink)
  while (hop) {
    path.push(hop)
    hop = reached.get(hop.before)
  }
  return path
}
