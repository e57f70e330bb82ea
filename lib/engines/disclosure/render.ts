import type { Ground } from './knowledge'
import { atOf } from './levels'
import {
  ALL,
  type Cell,
  type Count,
  type LedgerEntry,
  type Released,
  type ReleaseRequest,
  type Withheld,
} from './types'

/** The table as it leaves, from what the ledger says the audience knows: nothing else can slip in. */
export function render(request: ReleaseRequest, entry: LedgerEntry, threshold: number): Released {
  const base = entry.cumulative && threshold > 0 ? request.rules.cumulativeBase : 1
  return {
    outcome: 'RELEASED',
    level: entry.level,
    coarsened: request.dimensions.flatMap((dimension, d) => {
      const to = entry.level[d] ?? ALL
      return to === dimension.levels[0] ? [] : [{ dimension: dimension.name, to }]
    }),
    cells: cellsOf(entry, base),
    opening: [],
    reasons: [],
    threshold,
    notes: base > 1 ? ['ROUNDED_DOWN'] : [],
    carried: [],
    entries: [],
  }
}

/** The figures of an entry, rounded down to a multiple of `base`, and its blanks. */
export function cellsOf(entry: LedgerEntry, base: number): Cell[] {
  const shown = entry.facts.map(([key, value]): Cell => {
    const rounded = Math.floor(value / base) * base
    return { at: atOf(key), value: rounded, state: base > 1 ? 'ROUNDED' : 'SHOWN' }
  })
  return [...shown, ...entry.withheld.map((key): Cell => ({ at: atOf(key), value: null, state: 'WITHHELD' }))]
}

/** Records that came after the counts were frozen: what the next period has to take over. */
export function lateRecords(request: ReleaseRequest, base: ReadonlyMap<string, number>): Count[] {
  const now = countsOf(request)
  return [...new Set([...now.keys(), ...base.keys()])]
    .map((key) => ({ at: atOf(key), count: (now.get(key) ?? 0) - (base.get(key) ?? 0) }))
    .filter((late) => late.count !== 0)
}

export function countsOf({ counts }: ReleaseRequest): Map<string, number> {
  return new Map(counts.map(({ at, count }) => [at.join('|'), count]))
}

/** Says which records are left for the next period, if any. */
export function withLate<T extends Released | Withheld>(released: T, late: Count[]): T {
  if (released.outcome === 'WITHHELD' || late.length === 0) return released
  return { ...released, carried: late, notes: [...released.notes, 'LATE_RECORDS_GO_TO_NEXT_PERIOD'] }
}

/** Period name of the people counted before the first month in the ledger. */
export const OPENING = 'OPENING'

export type Setting = {
  request: ReleaseRequest
  ground: Ground
  /** Entries of the family for controlled audiences. */
  ledger: LedgerEntry[]
  threshold: number
}

export function addFrozen(entries: readonly LedgerEntry[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const [key, count] of entries.flatMap((entry) => entry.frozen))
    sum.set(key, (sum.get(key) ?? 0) + count)
  return sum
}

/** What the audience was told of the people before the first month, when it has cumulative figures. */
export function openingCells({ request, ledger }: Setting): Cell[] {
  const { table, audience, cumulative } = request
  const entry = ledger.find((e) => e.table === table && e.period === OPENING && e.audience === audience)
  return cumulative && entry ? cellsOf(entry, 1) : []
}
