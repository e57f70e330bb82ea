import { type Cut, cutTable } from './cut'
import { fits } from './fits'
import { frozenOf } from './frozen'
import { isOut, issuesOf } from './ledger'
import { overlaps, spanOf } from './periods'
import type { Family, Issue, NotShown, TableAsked } from './plan-types'
import { fromOutside } from './rules'
import { aboveOf, jobOf, listOf, type Setting } from './setting'
import { standOf } from './stands'

export const OPENING = 'OPENING'

export type Fresh = { issues: Issue[] } | { reason: NotShown['reason'] }

/**
 * The first issue of a family's period, all its tables together; or why it stays inside. Periods with too few people
 * wait and are counted with the next one, so that no sum of periods has a hole that gives them away.
 */
export function issueFamily(setting: Setting, { family, kind }: Family): Fresh {
  const { period, tables } = setting.request
  const own = tables.filter((table) => table.family === family)
  if (kind === 'UNIQUE' && hasOtherGrain(setting, family)) return { reason: 'ONE_GRAIN_ONLY' }
  const covers = kind === 'UNIQUE' ? [period] : [...waitingFor(setting, own), period]
  if (!isAligned(setting, family, covers)) return { reason: 'TOO_FEW' }
  const reader = { reach: 'OUTSIDE' as const, threshold: setting.strictest }
  const enough = own.every((table) => {
    const job = jobOf(setting, table, { covers, reader })
    return fits(
      job,
      job.trees.map((tree) => [tree]),
    )
  })
  if (!enough) return { reason: 'TOO_FEW' }
  const issues = own.map((table) => ({
    table: table.table,
    family,
    corrects: null,
    covers,
    cuts: cutsFor(setting, table, covers),
  }))
  return { issues }
}

/** People active in a month are partly those of its quarter: only one grain of such a family may leave. */
function hasOtherGrain({ request, records }: Setting, family: string): boolean {
  const span = spanOf(request.period)
  return records.some(({ period, issues }) => {
    const other = spanOf(period)
    const apart = period === request.period || !span || !other || !overlaps(span, other)
    return !apart && issues.some((issue) => issue.family === family)
  })
}

/** Earlier periods that were too small, with the same tables in codes that today's lists still know. */
function waitingFor(setting: Setting, own: readonly TableAsked[]): string[] {
  const { records, request } = setting
  if (request.period === OPENING) return []
  const periods = [...new Set(records.map(({ period }) => period))]
  return periods.filter(
    (period) =>
      period !== request.period &&
      own.every((table) => {
        const frozen = frozenOf(records, table.table, period)
        const same = frozen?.dimensions.join() === table.dimensions.join()
        return same && !isOut(records, table.family, period) && knowsAll(setting, table, period)
      }),
  )
}

function knowsAll(setting: Setting, table: TableAsked, period: string): boolean {
  const leaves = table.dimensions.map((name) => {
    const list = listOf(setting, name)
    return new Set(list?.codes.filter(({ level }) => level === list.levels[0]).map(({ code }) => code))
  })
  const counts = frozenOf(setting.records, table.table, period)?.counts ?? []
  return counts.every(({ at }) => at.every((code, d) => leaves[d]?.has(code)))
}

/** A family inside another leaves only for whole stretches of that: else the two could be laid over each other. */
function isAligned(setting: Setting, family: string, covers: readonly string[]): boolean {
  const { request, records } = setting
  return [...aboveOf(request.families, family)].every((outer) => {
    const { kind } = request.families.find((f) => f.family === outer) ?? { kind: 'ADDITIVE' }
    const tables = request.tables.filter((table) => table.family === outer)
    const months = kind === 'UNIQUE' ? [request.period] : covers
    return months.every((period) =>
      tables.some(({ table }) =>
        issuesOf(records, table).some(
          (issue) =>
            issue.covers.includes(period) &&
            (kind === 'UNIQUE' || issue.covers.every((p) => covers.includes(p))),
        ),
      ),
    )
  })
}

/** Everybody's cut, from the outside in, whoever is to receive the table now. */
function cutsFor(setting: Setting, table: TableAsked, covers: readonly string[]): Issue['cuts'] {
  let wider: Cut[] | null = null
  return fromOutside(setting.request.rules).map((reader) => {
    const cuts: Cut[] | null = cutTable(jobOf(setting, table, { covers, reader }), wider)
    wider = cuts ?? wider
    return { audience: reader.audience, stands: cuts?.map(standOf) ?? null }
  })
}
