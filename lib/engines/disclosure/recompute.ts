import { isAllowed, tableAt, thresholdAt } from './fresh'
import { type Known, knownAt } from './knowledge'
import { candidateLevels, type Level, sumAt } from './levels'
import { lookUpIn, unlinked } from './linked'
import type { Setting } from './render'
import type { Table } from './table'
import { ALL, type LedgerEntry } from './types'

type Recomputed = { level: Level; table: Table; threshold: number }

type Parts = { ways: LedgerEntry[][]; base: ReadonlyMap<string, number> }

/**
 * A longer period of which the audience has the parts: every figure follows from figures it has already, and
 * a figure hidden in one part stays hidden (domain rule 5), so this table cannot tell anything new.
 */
export function recompute(setting: Setting, { ways, base }: Parts): Recomputed | null {
  const { request, ground, threshold } = setting
  const lookUp = lookUpIn(ground)
  for (const level of candidateLevels(request)) {
    if (!isAllowed(request, level)) continue
    if (!couldDo(setting, knownAt(ways, ground, level), sumAt(ground.climb, base, level))) continue
    const table = tableAt({ request, ground, base, threshold, linked: unlinked }, level)
    for (const figure of table.figures) {
      const value = lookUp(ways, figure.key)
      if (value === null) figure.hidden = 'HIDDEN_IN_A_PART'
      else figure.value = value
    }
    if (isEnough(setting, table))
      return { level, table, threshold: thresholdAt({ request, threshold }, level) }
  }
  return null
}

/** A quick look before the real work: enough people in cells that are known. */
function couldDo({ request: { rules } }: Setting, known: Known, sums: ReadonlyMap<string, number>): boolean {
  const all = [...sums].filter(([, value]) => value > 0)
  const lost = all.filter(([key]) => (known.get(key) ?? null) === null)
  return known.size > 0 && lost.length <= all.length * rules.maxHiddenShare
}

function isEnough({ request: { rules } }: Setting, table: Table): boolean {
  const cells = table.figures.filter((figure) => figure.leaf)
  const counted = cells.filter((figure) => figure.value > 0 || figure.hidden)
  const people = cells.reduce((n, figure) => n + figure.value, 0)
  const shown = cells.reduce((n, figure) => n + (figure.hidden ? 0 : figure.value), 0)
  const hidden = cells.filter((figure) => figure.hidden).length
  const root = table.figures.find((figure) => figure.key.split('|').every((code) => code === ALL))
  const few = hidden <= counted.length * rules.maxHiddenShare && shown >= people * rules.minPeopleShare
  return few && root !== undefined && !root.hidden
}
