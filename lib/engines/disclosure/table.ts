import { atOf, type Climb, keyOf, type Level, lifter } from './levels'
import type { Reason } from './types'

/** A figure of the table: a cell of the level chosen, or a total above it. */
export type Figure = {
  key: string
  value: number
  leaf: boolean
  /** Line in which it is a part, in the row tree or (for column totals) the column tree. */
  up: number
  /** Second line of a cell (its column); FREE for totals. */
  across: number
  /** Line of which it is the total; -1 for cells. */
  own: number
  inColumns: boolean
  /** Least value a reader who knows the rules may assume when it is hidden. */
  floor: number
  hidden: Reason | null
  pinned: boolean
}

/** A line: parts that add up to a total. */
export type Line = { total: number; parts: number[] }
export type Table = { figures: Figure[]; lines: Line[]; byKey: Map<string, number> }

/** Line 0 binds nothing: it closes the tree above the grand total. */
const FREE = 0

type Shape = {
  climb: Climb
  level: Level
  tops: Level
  cells: string[][]
  sums: Map<string, number>
  /** Codes whose zero already informs. */
  sensitive: ReadonlySet<string>
  /** Breakdown level of which the row subtotals are known already, if any. */
  anchor: Level | null
}

/**
 * Two trees of totals over the cells: cell → (subtotal) → area → … → country, and cell → same column of the
 * wider area → … → column total. Two nested families make a network, so that ranges can be computed exactly.
 */
export function buildTable(shape: Shape): Table {
  const table: Table = { figures: [], lines: [{ total: -1, parts: [] }], byKey: new Map() }
  const rows = rowLevels(shape).map((level) => lifter(shape.climb, level))
  const columns = columnLevels(shape).map((level) => lifter(shape.climb, level))
  for (const at of shape.cells) {
    const key = keyOf(at)
    const cell = addFigure(table, { key, value: shape.sums.get(key) ?? 0, leaf: true })
    climbTree(
      table,
      cell,
      rows.map((lift) => lift(key)),
    )
    climbTree(
      table,
      cell,
      columns.map((lift) => lift(key)),
      true,
    )
  }
  markFloors(table, shape.sensitive)
  return table
}

function addFigure(table: Table, seed: Pick<Figure, 'key' | 'value' | 'leaf'>): number {
  const blank = { up: FREE, across: FREE, own: -1, inColumns: false, floor: 1, hidden: null, pinned: false }
  table.figures.push({ ...blank, ...seed })
  table.byKey.set(seed.key, table.figures.length - 1)
  return table.figures.length - 1
}

function climbTree(table: Table, cell: number, keys: string[], inColumns = false): void {
  const value = table.figures[cell]?.value ?? 0
  let below = cell
  for (const key of keys) {
    const known = table.byKey.get(key)
    const total = known ?? addTotal(table, key, inColumns)
    attach(table, below, total)
    const figure = table.figures[total]
    if (figure) figure.value += value
    below = total
  }
}

function addTotal(table: Table, key: string, inColumns: boolean): number {
  const total = addFigure(table, { key, value: 0, leaf: false })
  const figure = table.figures[total]
  if (figure) {
    figure.own = table.lines.push({ total, parts: [] }) - 1
    figure.inColumns = inColumns
  }
  return total
}

function attach(table: Table, part: number, total: number): void {
  const figure = table.figures[part]
  const parent = table.figures[total]
  if (!figure || !parent) return
  const second = figure.leaf && parent.inColumns
  if ((second ? figure.across : figure.up) !== FREE) return
  if (second) figure.across = parent.own
  else figure.up = parent.own
  table.lines[parent.own]?.parts.push(part)
}

function rowLevels({ level, tops, anchor }: Shape): Level[] {
  const [area = 0, ...rest] = level
  const [top = 0, ...all] = tops
  const chain: Level[] = []
  const split = rest.some((l, d) => l !== all[d])
  if (anchor && split && anchor.some((l, i) => l !== rest[i]) && anchor.some((l, i) => l !== all[i])) {
    chain.push([area, ...anchor])
  }
  for (let a = split ? area : area + 1; a <= top; a++) chain.push([a, ...all])
  return chain
}

function columnLevels({ level, tops }: Shape): Level[] {
  const [area = 0, ...rest] = level
  const [top = 0, ...all] = tops
  if (rest.every((l, d) => l === all[d])) return []
  return Array.from({ length: top - area }, (_, i) => [area + i + 1, ...rest])
}

function markFloors(table: Table, sensitive: ReadonlySet<string>): void {
  for (const figure of table.figures) {
    const touches =
      sensitive.size > 0 && (!figure.leaf || atOf(figure.key).some((code) => sensitive.has(code)))
    if (touches) figure.floor = 0
  }
}
