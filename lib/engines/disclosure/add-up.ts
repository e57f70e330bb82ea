import { addBoxes, type Bucket } from './boxes'
import { tally } from './cube'
import { cubeOver, frozenOf } from './frozen'
import { type Issued, issuesOf } from './ledger'
import { isLedger } from './parse-plan'
import { isInside, monthName, type Span, spanOf } from './periods'
import type { Dimension, InputError, Ledger, PlanRecord, Rules, Sum } from './plan-types'
import { defaultRules } from './rules'
import { cutsOf, standsFor } from './stands'
import { treeOf } from './tree'

export type SumAsked = {
  table: string
  audience: string
  /** A month, quarter or year; with `sinceStart` everything from the opening to its end. */
  period: string
  sinceStart?: boolean
  rules?: Rules
}

export type SumOutcome = Sum | InputError | { outcome: 'NOTHING_YET' }

/**
 * A quarter, a year, or everything since the start: made of the tables this audience was given and of nothing else, so
 * it can tell nothing new and never has to be held back. Periods that wait inside are named in `absent`; those that
 * were counted with a later one stand in its `covers`.
 */
export function addUp(ledger: Ledger, asked: SumAsked): SumOutcome {
  const span = spanOf(asked.period)
  if (!span) return { outcome: 'INVALID', field: 'period', code: 'unknown' }
  if (!isLedger(ledger)) return { outcome: 'INVALID', field: 'ledger', code: 'malformed' }
  const { records } = ledger
  const family = records.flatMap((r) => r.frozen).find((f) => f.table === asked.table)?.family
  const kind = records.flatMap((r) => r.families).find((f) => f.family === family)?.kind
  if (kind === undefined) return { outcome: 'NOTHING_YET' }
  const inside = (period: string) => isWanted(period, span, asked.sinceStart ?? false)
  const whole = kind === 'UNIQUE' ? (period: string) => period === asked.period : inside
  const buckets = latestOf(records, asked.table).flatMap((issue) =>
    whole(issue.closes) ? (bucketOf(records, issue, asked) ?? []) : [],
  )
  const [first] = buckets
  if (!first) return { outcome: 'NOTHING_YET' }
  const cells = addBoxes(buckets)
  const covers = buckets.flatMap((bucket) => bucket.covers).sort(inTime)
  const all = kind === 'UNIQUE' ? [asked.period] : monthsOf(records, asked, span)
  return {
    outcome: 'SUMMED',
    covers,
    absent: all.filter((period) => !covers.includes(period)),
    total: cells.reduce((sum, { value }) => sum + value, 0),
    cells,
  }
}

function isWanted(period: string, span: Span, sinceStart: boolean): boolean {
  const own = spanOf(period)
  if (!own) return sinceStart
  return sinceStart ? own.to <= span.to : isInside(own, span)
}

/** The newest version of each stretch; `closes` is the period with which it first came out. */
function latestOf(records: readonly PlanRecord[], table: string): (Issued & { closes: string })[] {
  const found = new Map<string, Issued & { closes: string }>()
  for (const issue of issuesOf(records, table)) {
    const key = issue.covers.join()
    found.set(key, { ...issue, closes: found.get(key)?.closes ?? issue.period })
  }
  return [...found.values()]
}

function bucketOf(
  records: readonly PlanRecord[],
  issue: Issued,
  { audience, table, rules = defaultRules }: SumAsked,
): Bucket | null {
  const stands = standsFor(issue, audience)
  const record = records.find(({ version }) => version === issue.version)
  const frozen = frozenOf(records, table, issue.period)
  const cube = cubeOver(records, table, issue.covers)
  if (!stands || !record || !frozen || !cube) return null
  const known = new Map(rules.placeLevels.map(({ level, threshold }) => [level, threshold]))
  const lists = frozen.dimensions.flatMap((name): Dimension[] =>
    record.dimensions.filter((list) => list.name === name),
  )
  const trees = lists.map((list) => treeOf(list, list.about === 'PLACE' ? known : null))
  const stood = cutsOf(trees, stands).map((cut) => ({
    groups: cut.map((groups) => groups.map(({ leaves }) => leaves)),
    values: tally(cube, cut),
  }))
  return { covers: issue.covers, lists, stands: stood }
}

/** Months of the stretch; since the start, from the first period the ledger knows of this table. */
function monthsOf(records: readonly PlanRecord[], { table, sinceStart }: SumAsked, span: Span): string[] {
  const known = records.filter((r) => r.frozen.some((f) => f.table === table)).map((r) => r.period)
  const starts = known.flatMap((period) => spanOf(period)?.from ?? [])
  const from = sinceStart ? Math.min(span.to, ...starts) : span.from
  const months = Array.from({ length: span.to - from + 1 }, (_, i) => monthName(from + i))
  return sinceStart && known.includes('OPENING') ? ['OPENING', ...months] : months
}

const inTime = (a: string, b: string) => (spanOf(a)?.from ?? 0) - (spanOf(b)?.from ?? 0)
