import { firstNarrow } from './ranges'
import type { Figure, Table } from './table'
import type { Reason } from './types'

type Limits = {
  threshold: number
  /** Give up when more than this number of cells is hidden: a coarser level serves better. */
  mostHidden: number
}

/**
 * Hides what must be hidden in one table: small figures (domain rule 2), then figures that would give them
 * back (rule 3), until no hidden figure can be narrowed to fewer than `threshold` steps (rule 4).
 * False when that takes more than `mostHidden` cells or cannot be done.
 */
export function protect(table: Table, limits: Limits): boolean {
  for (const [index, figure] of table.figures.entries()) {
    if (figure.value > 0 && figure.value < limits.threshold && !hide(table, index, 'BELOW_THRESHOLD'))
      return false
    if (figure.floor === 0 && figure.leaf && figure.value === 0 && !hide(table, index, 'SENSITIVE_ZERO'))
      return false
  }
  while (hiddenCells(table) <= limits.mostHidden) {
    const open = openLine(table, limits.threshold)
    if (open >= 0) {
      if (!hideOneMore(table, open)) return false
      continue
    }
    const narrow = firstNarrow(table, limits.threshold)
    if (narrow < 0) return true
    if (!widen(table, narrow)) return false
  }
  return false
}

/** Hides a figure and, for a row total, the cells under it. False if the figure is known already. */
export function hide(table: Table, index: number, reason: Reason): boolean {
  const figure = table.figures[index]
  if (!figure || figure.hidden) return figure !== undefined
  if (figure.pinned) return false
  figure.hidden = reason
  if (figure.leaf || figure.inColumns) return true
  const parts = table.lines[figure.own]?.parts ?? []
  return parts.every((p) => table.figures[p]?.value === 0 || hide(table, p, reason))
}

export function hiddenCells(table: Table): number {
  return table.figures.reduce(
    (n, figure) => n + (figure.leaf && figure.hidden && figure.value > 0 ? 1 : 0),
    0,
  )
}

/** A line with exactly one unknown, or whose hidden parts together are too few people. */
function openLine(table: Table, threshold: number): number {
  return table.lines.findIndex(({ total, parts }) => {
    const owner = table.figures[total]
    if (!owner) return false
    const hidden = parts.map((p) => table.figures[p]).filter((f): f is Figure => f?.hidden != null)
    if (owner.hidden) return hidden.length === 0
    if (hidden.length === 0) return false
    const spare = hidden.reduce((n, f) => n + f.value - f.floor, 0)
    return hidden.length < 2 || spare < threshold
  })
}

/** Hides the smallest figure of a line that is still shown; the total itself if nothing else is left. */
function hideOneMore(table: Table, line: number): boolean {
  const found = table.lines[line]
  if (!found) return false
  const choice = smallestShown(table, found.parts)
  if (choice >= 0) return hide(table, choice, 'PROTECTS_ANOTHER')
  const owner = table.figures[found.total]
  return owner !== undefined && !owner.hidden && hide(table, found.total, 'PROTECTS_ANOTHER')
}

function smallestShown(table: Table, parts: readonly number[]): number {
  let best = -1
  for (const p of parts) {
    const figure = table.figures[p]
    if (!figure || figure.hidden || figure.pinned || figure.value === 0) continue
    if (best < 0 || figure.value < (table.figures[best]?.value ?? 0)) best = p
  }
  return best
}

/** Gives a hidden figure room: its column total first (costs no cell), then a neighbour in its lines. */
function widen(table: Table, index: number): boolean {
  const figure = table.figures[index]
  if (!figure) return false
  const column = table.lines[figure.across]?.total ?? -1
  const columnTotal = table.figures[column]
  if (columnTotal && !columnTotal.hidden && !columnTotal.pinned)
    return hide(table, column, 'PROTECTS_ANOTHER')
  const lines = [figure.up, figure.across, figure.own].filter((line) => line > 0)
  return lines.some((line) => hideOneMore(table, line)) || escalate(table, lines)
}

/** Last resort: hide the total of one of the lines. */
function escalate(table: Table, lines: readonly number[]): boolean {
  return lines.some((line) => {
    const total = table.lines[line]?.total ?? -1
    const owner = table.figures[total]
    return owner !== undefined && !owner.hidden && !owner.pinned && hide(table, total, 'PROTECTS_ANOTHER')
  })
}
