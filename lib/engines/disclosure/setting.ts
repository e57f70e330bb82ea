import type { Against, Job, Out } from './fits'
import { cubeOver } from './frozen'
import { latestOver } from './ledger'
import { markOf } from './marks'
import type { AudienceRule, Dimension, Family, PlanRecord, PlanRequest, TableAsked } from './plan-types'
import { strictest } from './rules'
import { cutsOf, standsFor } from './stands'
import { type Node, treeOf } from './tree'

/** A request made ready: each list with its tree, and the ledger with this plan's own counts as its last record. */
export type Setting = {
  request: PlanRequest
  trees: ReadonlyMap<string, Node>
  records: readonly PlanRecord[]
  strictest: number
}

export function settingOf(request: PlanRequest): Setting {
  const known = new Map(request.rules.placeLevels.map(({ level, threshold }) => [level, threshold]))
  const trees = new Map(
    request.dimensions.map((list) => [list.name, treeOf(list, list.about === 'PLACE' ? known : null)]),
  )
  return { request, trees, records: request.ledger.records, strictest: strictest(request.rules) }
}

export const listOf = ({ request }: Setting, name: string): Dimension | undefined =>
  request.dimensions.find((list) => list.name === name)

/** `audience` is missing when a decision is everybody's. */
type Reader = Pick<AudienceRule, 'reach' | 'threshold'> & { audience?: string }

/** One table over the periods it will count, as a reader of this kind may have it. */
export function jobOf(
  setting: Setting,
  table: TableAsked,
  { covers, reader }: { covers: readonly string[]; reader: Reader },
): Job {
  const { request, trees, records } = setting
  const lists = table.dimensions.flatMap((name) => listOf(setting, name) ?? [])
  const place = lists.findIndex(({ about }) => about === 'PLACE')
  const { s4, sensitiveThreshold } = request.rules
  const crossed = lists.some(({ about }) => s4.notCrossedWith.includes(about))
  return {
    cube: cubeOver(records, table.table, covers) ?? { dimensions: table.dimensions, counts: [] },
    trees: table.dimensions.flatMap((name) => trees.get(name) ?? []),
    place,
    keeps: table.dimensions.indexOf(table.keeps),
    threshold: reader.threshold,
    sensitive: { codes: lists.map((list) => markOf(list, 'SENSITIVE')), threshold: sensitiveThreshold },
    s4: {
      codes: lists.map((list) => markOf(list, 'S4')),
      threshold: s4.threshold,
      apart: reader.reach === 'INTERNAL' && place < 0 && !crossed,
    },
    against: againstOf(setting, table.family, { covers, audience: reader.audience }),
  }
}

type Over = { covers: readonly string[]; audience: string | undefined }

/** The families around one: those that contain it, and for each what is out of the other families inside that. */
function againstOf(setting: Setting, family: string, over: Over): Against[] {
  const { families, tables } = setting.request
  const outer = [...aboveOf(families, family)]
  const around = (name: string) =>
    families
      .map((other) => other.family)
      .filter((other) => aboveOf(families, other).has(name) && !isInLine(families, other, family))
  const out = (name: string) =>
    tables.filter((table) => table.family === name).flatMap((table) => outOf(setting, table, over) ?? [])
  return outer.map((name) => ({ whole: out(name), others: around(name).map(out) }))
}

/** What is out of a table over exactly these periods; to everybody, or to one audience. */
function outOf({ records, trees }: Setting, table: TableAsked, { covers, audience }: Over): Out | null {
  const latest = latestOver(records, table.table, covers)
  const cube = cubeOver(records, table.table, covers)
  if (latest.length === 0 || !cube) return null
  const own = table.dimensions.flatMap((name) => trees.get(name) ?? [])
  const cuts = latest.map((issue) =>
    audience === undefined ? [own.map((tree) => [tree])] : cutsOf(own, standsFor(issue, audience) ?? []),
  )
  return cuts.every((cut) => cut.length > 0) ? { cube, cuts: cuts.flat() } : null
}

const isInLine = (families: readonly Family[], a: string, b: string) =>
  a === b || aboveOf(families, a).has(b) || aboveOf(families, b).has(a)

/** Every family that contains this one, directly or through another. */
export function aboveOf(families: readonly Family[], family: string): Set<string> {
  const above = new Set<string>()
  const open = [family]
  for (let name = open.pop(); name !== undefined; name = open.pop())
    for (const outer of families.find((f) => f.family === name)?.within ?? [])
      if (!above.has(outer)) {
        above.add(outer)
        open.push(outer)
      }
  return above
}

/** Containing families before those inside them. */
export const outerFirst = (families: readonly Family[]): Family[] =>
  [...families].sort(
    (a, b) =>
      aboveOf(families, a.family).size - aboveOf(families, b.family).size || (a.family < b.family ? -1 : 1),
  )
