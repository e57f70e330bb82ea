import { atOf, type Climb, climbs, type Level, levelNumbers, lifter } from './levels'
import { partsOf, type Span, spanOf } from './periods'
import { audienceRule, seenBy } from './rules'
import { ALL, type Dimension, type LedgerEntry, type Rules } from './types'

/** What a reader knows at one level: a figure, or null where nothing fixes it. */
export type Known = Map<string, number | null>

/** The entries of one family that one audience can read, and what follows from them. */
export type View = {
  /** The entry of this period for a table: the audience's own, else the nearest wider one's. */
  entry: (table: string, period: string) => LedgerEntry | undefined
  /** Periods of the table that overlap a span. */
  overlapping: (table: string | null, span: Span) => LedgerEntry[]
}

export type Ground = {
  climb: Climb
  dimensions: Dimension[]
  levelOfCode: Map<string, number>[]
  levelOfKey: Map<string, Level>
  cache: WeakMap<LedgerEntry, Map<string, Known>>
}

export function viewOf(entries: readonly LedgerEntry[], rules: Rules, audience: string): View {
  const readable = seenBy(rules, audience)
  const rank = (e: LedgerEntry) => (audienceRule(rules, e.audience)?.rank ?? -1) * 1000 + e.version
  const best = new Map<string, LedgerEntry>()
  for (const entry of entries) {
    if (entry.cumulative || !readable.has(entry.audience)) continue
    const key = `${entry.table} ${entry.period}`
    const other = best.get(key)
    if (!other || rank(entry) > rank(other)) best.set(key, entry)
  }
  return {
    entry: (table, period) => best.get(`${table} ${period}`),
    overlapping: (table, span) =>
      [...best.values()].filter((e) => {
        const other = spanOf(e.period)
        return (
          (table === null || e.table === table) &&
          other !== null &&
          other.from <= span.to &&
          span.from <= other.to
        )
      }),
  }
}

/** What one entry tells at a level: its own figures, sums of its cells, sums of its column totals. */
function knownFrom(entry: LedgerEntry, ground: Ground, level: Level): Known {
  const perLevel = ground.cache.get(entry) ?? new Map<string, Known>()
  ground.cache.set(entry, perLevel)
  const name = level.join()
  const found = perLevel.get(name) ?? derive(entry, ground, level)
  perLevel.set(name, found)
  return found
}

function derive(entry: LedgerEntry, ground: Ground, level: Level): Known {
  const own = levelNumbers(ground.dimensions, entry.level)
  const known: Known = new Map()
  if (own.some((l, d) => l > (level[d] ?? 0))) return known
  addUp(entry, { ground, from: own, to: level }, known)
  const columns: Level = [level[0] ?? 0, ...own.slice(1)]
  if (columns.some((l, d) => l !== own[d])) {
    const sums: Known = new Map()
    addUp(entry, { ground, from: columns, to: level }, sums)
    for (const [key, value] of sums) if ((known.get(key) ?? null) === null) known.set(key, value)
  }
  for (const [key, value] of entry.facts) if (isAt(ground, key, level)) known.set(key, value)
  return known
}

type Way = { ground: Ground; from: Level; to: Level }

function addUp(entry: LedgerEntry, { ground, from, to }: Way, into: Known): void {
  const lift = lifter(ground.climb, to)
  const put = (key: string, value: number | null) => {
    if (!isAt(ground, key, from)) return
    const up = lift(key)
    const before = into.get(up)
    into.set(up, before === null || value === null ? null : (before ?? 0) + value)
  }
  for (const [key, value] of entry.facts) put(key, value)
  for (const key of entry.withheld) put(key, null)
}

function isAt(ground: Ground, key: string, level: Level): boolean {
  const own = levelOf(ground, key)
  return level.every((l, d) => l === own[d])
}

/** The level a key stands at, read off its codes. */
export function levelOf(ground: Ground, key: string): Level {
  const found = ground.levelOfKey.get(key)
  if (found) return found
  const level = atOf(key).map(
    (code, d) => ground.levelOfCode[d]?.get(code) ?? ground.dimensions[d]?.levels.length ?? 0,
  )
  ground.levelOfKey.set(key, level)
  return level
}

/** Grounds of the lists used last: the tables of a month are cut by the same few lists. */
const recent = new Map<string, Ground>()
const mostRecent = 4

export function groundOf(dimensions: Dimension[]): Ground {
  const lists = JSON.stringify(dimensions)
  const ground = recent.get(lists) ?? newGround(dimensions)
  recent.delete(lists)
  recent.set(lists, ground)
  for (const [oldest] of recent) {
    if (recent.size <= mostRecent) break
    recent.delete(oldest)
  }
  return ground
}

function newGround(dimensions: Dimension[]): Ground {
  const levelOfCode = dimensions.map((d) => new Map(d.codes.map((c) => [c.code, d.levels.indexOf(c.level)])))
  return { dimensions, climb: climbs(dimensions), levelOfCode, levelOfKey: new Map(), cache: new WeakMap() }
}

/** What a reader knows of a period: from its own table, and by adding up tables of its parts. */
export function knownOf(view: View, table: string, period: string): LedgerEntry[][] {
  const own = view.entry(table, period)
  return [...(own ? [[own]] : []), ...partsKnown(view, table, period)]
}

/** The ways to put a period together from parts that the audience has. */
export function partsKnown(view: View, table: string, period: string): LedgerEntry[][] {
  const span = spanOf(period)
  return (span ? partsOf(span) : [])
    .map((parts) => parts.map((p) => view.entry(table, p)))
    .filter((way): way is LedgerEntry[] => way.every((e) => e !== undefined))
}

/** Adds the parts of each way; the first way that knows a figure gives it. */
export function knownAt(ways: readonly LedgerEntry[][], ground: Ground, level: Level): Known {
  return mergeWays(ways.map((way) => addParts(way.map((entry) => knownFrom(entry, ground, level)))))
}

/** Area totals known from another table of the family, whose other dimensions do not matter here. */
export function rowsKnown(ways: readonly LedgerEntry[][]): Known {
  return mergeWays(ways.map((way) => addParts(way.map(rowsOf))))
}

function rowsOf(entry: LedgerEntry): Known {
  const rows: Known = new Map()
  const isRow = (at: string[]) => at.slice(1).every((code) => code === ALL)
  for (const [key, value] of entry.facts) if (isRow(atOf(key))) rows.set(atOf(key)[0] ?? ALL, value)
  for (const key of entry.withheld) if (isRow(atOf(key))) rows.set(atOf(key)[0] ?? ALL, null)
  return rows
}

/** A figure is known for the whole only if it is known for every part. */
function addParts(parts: readonly Known[]): Known {
  const sums: Known = new Map()
  const met = new Map<string, number>()
  for (const part of parts) {
    for (const [key, value] of part) {
      const before = sums.get(key)
      met.set(key, (met.get(key) ?? 0) + 1)
      sums.set(key, before === null || value === null ? null : (before ?? 0) + value)
    }
  }
  for (const [key, times] of met) if (times < parts.length) sums.set(key, null)
  return sums
}

function mergeWays(ways: readonly Known[]): Known {
  const known: Known = new Map()
  for (const way of ways) {
    for (const [key, value] of way) if ((known.get(key) ?? null) === null) known.set(key, value)
  }
  return known
}
