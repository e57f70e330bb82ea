import type { Ground } from './knowledge'
import { atOf, cellsAt, type Level, levelNames, sumAt } from './levels'
import { type Linked, lookUpIn } from './linked'
import { hiddenCells, hide, protect } from './protect'
import { shapeOf } from './shape'
import { buildTable, type Table } from './table'
import { ALL, type LedgerEntry, type ReleaseRequest } from './types'

type Job = {
  request: ReleaseRequest
  ground: Ground
  /** The counts that the period was frozen with. */
  base: ReadonlyMap<string, number>
  threshold: number
  linked: Linked
  /** Levels to try, best first. */
  levels: Level[]
}

export type Chosen = { level: Level; table: Table; threshold: number }

/** The finest level that can be shown, with what must be hidden in it; null if there is none. */
export function chooseLevel(job: Job): Chosen | null {
  for (const level of job.levels) {
    if (!isAllowed(job.request, level)) continue
    const threshold = thresholdAt(job, level)
    if (isTooSparse(job, level, threshold)) continue
    const table = tableAt(job, level)
    if (!pinAndHide(job, table)) continue
    const counted = table.figures.filter((f) => f.leaf && (f.value > 0 || f.floor === 0)).length
    const mostHidden = Math.floor(counted * job.request.rules.maxHiddenShare)
    if (!protect(table, { threshold, mostHidden })) continue
    if (isUseful(job.request, table) && tellsAll(job, level, table)) return { level, table, threshold }
  }
  return null
}

/** S4 topics: never finer than the set area level, never crossed with the dimensions named. */
export function isAllowed({ dimensions, rules }: ReleaseRequest, level: Level): boolean {
  const shown = (d: number) => (level[d] ?? 0) < (dimensions[d]?.levels.length ?? 0)
  const s4 = dimensions.some((dim, d) => shown(d) && dim.codes.some((code) => code.sensitivity === 'S4'))
  if (!s4) return true
  const least = dimensions[0]?.levels.indexOf(rules.s4.areaLevel) ?? -1
  const crossed = dimensions.some((dim, d) => shown(d) && rules.s4.notCrossedWith.includes(dim.name))
  return (level[0] ?? 0) >= least && !crossed
}

export function thresholdAt(
  { request, threshold }: Pick<Job, 'request' | 'threshold'>,
  level: Level,
): number {
  const higher = request.rules.levels.filter((rule) => {
    const d = request.dimensions.findIndex((dimension) => dimension.name === rule.dimension)
    return d >= 0 && request.dimensions[d]?.levels[level[d] ?? 0] === rule.level
  })
  return Math.max(threshold, ...higher.map((rule) => rule.threshold))
}

export function tableAt({ request, ground, base, linked }: Omit<Job, 'levels'>, level: Level): Table {
  return buildTable({
    climb: ground.climb,
    level,
    tops: request.dimensions.map((dimension) => dimension.levels.length),
    cells: cellsAt(request.dimensions, level),
    sums: sumAt(ground.climb, base, level),
    sensitive: sensitiveCodes(request),
    anchor: linked.anchor,
  })
}

function sensitiveCodes({ dimensions }: ReleaseRequest): Set<string> {
  return new Set(
    dimensions.flatMap((d) => d.codes.filter((c) => c.sensitivity !== undefined).map((c) => c.code)),
  )
}

/** What readers know already stays shown; what is hidden elsewhere stays hidden here. */
function pinAndHide({ linked }: Job, table: Table): boolean {
  for (const figure of table.figures) {
    const known = linked.known(figure.key)
    if (known !== null && known !== figure.value) return false
    figure.pinned = known !== null || atOf(figure.key).every((code) => code === ALL)
  }
  const hidden = table.figures.every(
    (figure, index) =>
      figure.pinned || !linked.mustHide(figure.key) || hide(table, index, 'HIDDEN_ELSEWHERE'),
  )
  const cut = table.figures.some((figure) => figure.hidden && linked.rowHidden(figure.key))
  return hidden && (!cut || hideColumnsOf(table))
}

/** A column total over an area that another table hides would tell about that area twice: hide it too. */
function hideColumnsOf(table: Table): boolean {
  return table.figures.every((figure) => {
    if (!figure.leaf || figure.hidden !== 'HIDDEN_ELSEWHERE') return true
    let total = table.lines[figure.across]?.total ?? -1
    while (total >= 0) {
      if (!hide(table, total, 'HIDDEN_ELSEWHERE')) return false
      total = table.lines[table.figures[total]?.up ?? 0]?.total ?? -1
    }
    return true
  })
}

/** A quick look before the real work: too many small cells, or too many people in them, for this level. */
function isTooSparse({ request, ground, base }: Job, level: Level, threshold: number): boolean {
  const values = [...sumAt(ground.climb, base, level).values()].filter((value) => value > 0)
  const small = values.filter((value) => value < threshold)
  const people = (list: number[]) => list.reduce((n, value) => n + value, 0)
  const { rules } = request
  if (sensitiveCodes(request).size > 0) return false
  const inSmall = people(small) > people(values) * (1 - rules.minPeopleShare)
  return small.length > values.length * rules.maxHiddenShare || inSmall
}

function isUseful({ rules }: ReleaseRequest, table: Table): boolean {
  const cells = table.figures.filter((figure) => figure.leaf)
  const people = cells.reduce((n, f) => n + f.value, 0)
  const shown = cells.reduce((n, f) => n + (f.hidden ? 0 : f.value), 0)
  const hidden = hiddenCells(table) + cells.filter((f) => f.hidden && f.value === 0).length
  const counted = cells.filter((f) => f.value > 0 || f.floor === 0).length
  return shown >= people * rules.minPeopleShare && hidden <= counted * rules.maxHiddenShare
}

/** Every figure that wider audiences have must follow from this table, so that both together tell no more. */
function tellsAll({ request, ground, linked }: Job, level: Level, table: Table): boolean {
  const ways = [[draftEntry(request, level, table)]]
  const lookUp = lookUpIn(ground)
  return linked.widerFacts.every(([key, value]) => lookUp(ways, key) === value)
}

export function draftEntry(request: ReleaseRequest, level: Level, table: Table): LedgerEntry {
  const shown = table.figures.filter((figure) => !figure.hidden)
  return {
    table: request.table,
    family: request.family,
    kind: request.kind,
    period: request.period,
    cumulative: request.cumulative,
    audience: request.audience,
    version: 1,
    dimensions: request.dimensions.map((dimension) => dimension.name),
    shape: shapeOf(request.dimensions),
    level: levelNames(request.dimensions, level),
    facts: shown.map((figure) => [figure.key, figure.value]),
    withheld: table.figures.filter((figure) => figure.hidden).map((figure) => figure.key),
    frozen: [],
  }
}
