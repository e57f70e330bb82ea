import type { Cut } from './cut'
import type { Issue, Stand } from './plan-types'
import { type Node, nodeAt } from './tree'

/** A cut as the ledger keeps it. */
export const standOf = (cut: Cut): Stand => cut.map((groups) => groups.map(({ way }) => way))

/** How a reader's table is cut; a reader that was not known then gets what the widest audience has. */
export const standsFor = (issue: Issue, audience: string): Stand[] | null =>
  (issue.cuts.find((cut) => cut.audience === audience) ?? issue.cuts[0])?.stands ?? null

/** The groups a stand names; null when the lists have no such groups any more. */
export function cutOf(trees: readonly Node[], stand: Stand): Cut | null {
  const cut = stand.map((ways, d) => ways.flatMap((way) => (trees[d] ? (nodeAt(trees[d], way) ?? []) : [])))
  return cut.every((groups, d) => groups.length === stand[d]?.length) ? cut : null
}

export const cutsOf = (trees: readonly Node[], stands: readonly Stand[]): Cut[] =>
  stands.map((stand) => cutOf(trees, stand)).filter((cut): cut is Cut => cut !== null)
