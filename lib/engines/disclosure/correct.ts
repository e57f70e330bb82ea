import type { Cube, Parts } from './cube'
import { tally } from './cube'
import { fits, type Job } from './fits'
import { cubeOver, frozenOf, isSameCount, momentsOf } from './frozen'
import { type Issued, isOut, versionsOf } from './ledger'
import type { Issue, PlanRecord, Stand, TableAsked } from './plan-types'
import { restOf } from './rest'
import { fromOutside } from './rules'
import { aboveOf, jobOf, type Setting } from './setting'
import { cutOf, cutsOf, standOf, standsFor } from './stands'
import { nodeAt } from './tree'

export type Corrections = {
  issues: Issue[]
  /** Families whose counts of this period moved too little to be told. */
  waiting: ReadonlySet<string>
}

/**
 * What may be restated of a period that is out. Every figure that leaves again moves by nothing or by the strictest
 * threshold of people at least, against each version that anybody has; cells that do not are told together. A family
 * of which even the total moves too little waits, and so do all families of the plan when a figure outside the moved
 * ones would become too small by it.
 */
export function correct(setting: Setting, draft: PlanRecord): Corrections {
  const { tables, families } = setting.request
  const out = families.map(({ family }) => family).filter((family) => isOutNow(setting, family))
  const moved = out.filter((family) =>
    tables.some((table) => table.family === family && isMoved(setting, table, draft)),
  )
  const waiting = new Set<string>()
  while (moved.some((family) => !waiting.has(family))) {
    const now: Setting = { ...setting, records: [...setting.records, without(draft, waiting)] }
    const moves = (table: TableAsked) => moved.includes(table.family) && !waiting.has(table.family)
    const moving = tables.filter(moves)
    const issues = moving.map((table) => restate(now, table))
    const held = moving.filter((_, i) => issues[i] === null)
    const still = tables.filter((table) => out.includes(table.family) && !moves(table))
    const all = issues.filter((issue): issue is Issue => issue !== null)
    const isSafe = still.every((table) => stillHolds(now, table))
    if (isSafe && all.length === issues.length) return { issues: all, waiting }
    for (const family of isSafe ? held.map((table) => table.family) : moved) waiting.add(family)
  }
  return { issues: [], waiting }
}

const isOutNow = ({ request, records }: Setting, family: string) => isOut(records, family, request.period)

/** A record without the counts of some families. */
export const without = (record: PlanRecord, families: ReadonlySet<string>): PlanRecord => ({
  ...record,
  frozen: record.frozen.filter(({ family }) => !families.has(family)),
})

function isMoved({ records, request }: Setting, { table }: TableAsked, draft: PlanRecord): boolean {
  const before = frozenOf(records, table, request.period)
  const after = draft.frozen.find((frozen) => frozen.table === table)
  return before !== null && after !== undefined && !isSameCount(before, after)
}

/** Is this cell of every reader's table still what it may be, beside all that anybody has? */
type Good = (job: Job, parts: Parts) => boolean

function restate(setting: Setting, table: TableAsked): Issue | null {
  const { good, last, first } = checks(setting, table)
  if (!last || !first) return null
  const readers = fromOutside(setting.request.rules)
  const cuts = readers.map((reader) => {
    const job = jobOf(setting, table, { covers: last.covers, reader })
    const whole = good(
      job,
      job.trees.map((tree) => [tree]),
    )
    const stands = standsFor(last, reader.audience)
    const kept = stands && whole ? mend(job, stands, good) : stands
    return { audience: reader.audience, stands: kept, whole }
  })
  if (cuts.some(({ whole }) => !whole)) return null
  const plain = cuts.map(({ audience, stands }) => ({ audience, stands }))
  return {
    table: table.table,
    family: table.family,
    corrects: first.version,
    covers: last.covers,
    cuts: plain,
  }
}

/** Nothing of this table moves: do its figures still stand beside those that do? */
function stillHolds(setting: Setting, table: TableAsked): boolean {
  const { good, last } = checks(setting, table)
  if (!last) return true
  return fromOutside(setting.request.rules).every((reader) => {
    const job = jobOf(setting, table, { covers: last.covers, reader })
    return (standsFor(last, reader.audience) ?? []).every((stand) => {
      const cut = cutOf(job.trees, stand)
      return cut !== null && good(job, cut)
    })
  })
}

function checks(setting: Setting, table: TableAsked) {
  const { records, request, strictest } = setting
  const versions: Issued[] = versionsOf(records, table.table, request.period)
  const [first, last] = [versions[0], versions.at(-1)]
  const covers = last?.covers ?? []
  const families = [table.family, ...aboveOf(request.families, table.family)]
  const current = request.ledger.version + 1
  const earlier = momentsOf(records, { families, covers, from: first?.version ?? 1 })
    .filter((version) => version < current)
    .concat(first ? [first.version] : [])
  const good: Good = (job, parts) =>
    fits(job, parts) &&
    [...new Set(earlier)].every((version) =>
      movesEnough(job, parts, {
        before: (name) => cubeOver(records, name, covers, version),
        setting,
        table,
        covers,
        strictest,
      }),
    )
  return { good, first, last }
}

type Before = {
  before: (table: string) => Cube | null
  setting: Setting
  table: TableAsked
  covers: readonly string[]
  strictest: number
}

function movesEnough(job: Job, parts: Parts, { before, setting, table, covers, strictest }: Before): boolean {
  const old = before(table.table)
  if (!old) return true
  const enough = (a: readonly number[], b: readonly number[]) =>
    a.every((value, i) => value === b[i] || Math.abs(value - (b[i] ?? 0)) >= strictest)
  if (!enough(tally(job.cube, parts), tally(old, parts))) return false
  const above = aboveOf(setting.request.families, table.family)
  return setting.request.tables
    .filter(({ family }) => above.has(family))
    .every((outer) => {
      const [now, then] = [cubeOver(setting.records, outer.table, covers), before(outer.table)]
      return !now || !then || enough(restOf(job.cube, now, parts), restOf(old, then, parts))
    })
}

/** Tells cells together until each may be told: first all columns of a place, then the place with its neighbours. */
function mend(job: Job, stands: readonly Stand[], good: Good): Stand[] {
  let cuts = cutsOf(job.trees, stands)
  for (let bad = cuts.find((cut) => !good(job, cut)); bad; bad = cuts.find((cut) => !good(job, cut))) {
    const way = bad[job.place]?.[0]?.way ?? ''
    const isWhole = bad.every((groups, d) => d === job.place || groups.every((node) => node.way === ''))
    const target = isWhole ? way.slice(0, -1) : way
    const merged = job.trees.flatMap((tree, d) => {
      const node = d === job.place ? nodeAt(tree, target) : tree
      return node ? [[node]] : []
    })
    const apart = cuts.filter((cut) => !(cut[job.place]?.[0]?.way ?? '').startsWith(target))
    cuts = [...apart, merged]
    if (isWhole && way === '') break
  }
  return cuts.map(standOf)
}
