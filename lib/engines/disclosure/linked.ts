import { type Ground, type Known, knownAt, knownOf, levelOf, rowsKnown, type View, viewOf } from './knowledge'
import { atOf, type Level, levelNumbers } from './levels'
import { alsoReadBy, audienceRule } from './rules'
import { ALL, type LedgerEntry, type ReleaseRequest } from './types'

/** What other releases of the same people demand of this one. */
export type Linked = {
  known: (key: string) => number | null
  mustHide: (key: string) => boolean
  /** Area totals that another table of the family hides. */
  rowHidden: (key: string) => boolean
  widerFacts: [string, number][]
  anchor: Level | null
}

/** For tables that stand alone. */
export const unlinked: Linked = {
  known: () => null,
  mustHide: () => false,
  rowHidden: () => false,
  widerFacts: [],
  anchor: null,
}

type Asked = { request: ReleaseRequest; ground: Ground; ledger: readonly LedgerEntry[] }

/** Same cell, same fate (domain rule 5): in the tables of wider audiences, of narrower ones, of the family. */
export function linkedTo({ request, ground, ledger }: Asked): Linked {
  const view = viewOf(ledger, request.rules, request.audience)
  const wider = view.entry(request.table, request.period)
  const rows = otherTables(request, ledger).map((table) => rowsKnown(knownOf(view, table, request.period)))
  const narrow = narrowViews(request, ledger)
  const narrowOwn = narrow.map((v) => knownOf(v, request.table, request.period)).filter((w) => w.length > 0)
  const narrowRows = narrow.flatMap((v) =>
    otherTables(request, ledger).map((table) => rowsKnown(knownOf(v, table, request.period))),
  )
  const lookUp = lookUpIn(ground)
  const rowHidden = (key: string) =>
    isRow(key) && [...rows, ...narrowRows].some((known) => known.get(areaOf(key)) === null)
  return {
    known: (key) => (wider ? lookUp([[wider]], key) : null) ?? firstRow(rows, key),
    mustHide: (key) => rowHidden(key) || narrowOwn.some((ways) => lookUp(ways, key) === null),
    rowHidden,
    widerFacts: wider?.facts ?? [],
    anchor: wider ? levelNumbers(request.dimensions, wider.level).slice(1) : null,
  }
}

/** Looks up single figures; works each level out only once. */
export function lookUpIn(ground: Ground): (ways: LedgerEntry[][], key: string) => number | null {
  const done = new Map<LedgerEntry[][], Map<string, Known>>()
  return (ways, key) => {
    const level = levelOf(ground, key)
    const levels = done.get(ways) ?? new Map<string, Known>()
    done.set(ways, levels)
    const known = levels.get(level.join()) ?? knownAt(ways, ground, level)
    levels.set(level.join(), known)
    return known.get(key) ?? null
  }
}

function narrowViews({ rules, audience }: ReleaseRequest, ledger: readonly LedgerEntry[]): View[] {
  const rank = audienceRule(rules, audience)?.rank ?? 0
  const theirs = ledger.filter((entry) => (audienceRule(rules, entry.audience)?.rank ?? 0) > rank)
  return alsoReadBy(rules, audience).map((name) => viewOf(theirs, rules, name))
}

function otherTables({ table, family }: ReleaseRequest, ledger: readonly LedgerEntry[]): string[] {
  const names = ledger.filter((entry) => entry.family === family && entry.table !== table)
  return [...new Set(names.map((entry) => entry.table))]
}

const areaOf = (key: string) => atOf(key)[0] ?? ALL
const isRow = (key: string) =>
  atOf(key)
    .slice(1)
    .every((code) => code === ALL)

function firstRow(rows: readonly Known[], key: string): number | null {
  if (!isRow(key)) return null
  for (const known of rows) {
    const value = known.get(areaOf(key))
    if (value !== undefined && value !== null) return value
  }
  return null
}
