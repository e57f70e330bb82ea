import { emptyLedger, recordPlan } from './ledger'
import { planRelease } from './plan'
import type {
  Cell,
  Code,
  Count,
  Dimension,
  Family,
  Ledger,
  Plan,
  Planned,
  PlanRequest,
  Shown,
} from './plan-types'
import { defaultRules } from './rules'

/** Invented lists and people for the tests of this folder. */

export const area: Dimension = {
  name: 'AREA',
  about: 'PLACE',
  levels: ['CERCLE', 'REGION'],
  codes: [
    ['GAO', 'REGION', null],
    ['KIDAL', 'REGION', null],
    ['GAO-T', 'CERCLE', 'GAO'],
    ['ANSONGO', 'CERCLE', 'GAO'],
    ['KIDAL-T', 'CERCLE', 'KIDAL'],
    ['ABEIBARA', 'CERCLE', 'KIDAL'],
  ].map(([code, level, parent]) => ({ code: code ?? '', level: level ?? '', parent: parent ?? null })),
}

export const flat = (
  name: string,
  about: string,
  codes: readonly string[],
  extra: Partial<Code> = {},
): Dimension => ({
  name,
  about,
  levels: [name],
  codes: codes.map((code) => ({ code, level: name, parent: null, ...extra })),
})
export const sex = flat('SEX', 'SEX', ['F', 'M'])
export const need = flat('NEED', 'NEED', ['FOOD', 'DOCS'])

/** Women and men of four cercles. */
export const april = { 'GAO-T': [40, 35], ANSONGO: [22, 21], 'KIDAL-T': [26, 24], ABEIBARA: [13, 14] }
export type Rows = Record<string, readonly number[]>

export const countsOf = (rows: Rows, codes: readonly string[] = ['F', 'M']): Count[] =>
  Object.entries(rows).flatMap(([place, counts]) =>
    counts.map((count, i) => ({ at: [place, codes[i] ?? ''], count })),
  )

export const family = (name = 'NEW', within: string[] = []): Family => ({
  family: name,
  kind: 'ADDITIVE',
  within,
})

const readers = ['PUBLIC', 'DONOR', 'INTERNAL']
type Table = PlanRequest['tables'][number]
export const table = (counts: Count[], change: Partial<Table> = {}): Table => ({
  table: 'PEOPLE',
  family: 'NEW',
  audiences: readers,
  dimensions: ['AREA', 'SEX'],
  keeps: 'AREA',
  counts,
  ...change,
})

export const request = (change: Partial<PlanRequest> = {}): PlanRequest => ({
  period: '2014-04',
  dimensions: [area, sex],
  families: [family()],
  tables: [table(countsOf(april))],
  ledger: emptyLedger,
  rules: defaultRules,
  ...change,
})

export function plan(change: Partial<PlanRequest> = {}): Plan {
  const made = planRelease(request(change))
  if (made.outcome === 'INVALID') throw new TypeError(`${made.field}: ${made.code}`)
  return made
}

/** Plans one after the other, each recorded before the next. */
export function plansInTurn(changes: readonly Partial<PlanRequest>[]): { plans: Plan[]; ledger: Ledger } {
  let ledger = emptyLedger
  const plans = changes.map((change) => {
    const made = plan({ ...change, ledger })
    const recorded = recordPlan(ledger, made)
    if (recorded.outcome === 'STALE') throw new TypeError('stale')
    ledger = recorded.ledger
    return made
  })
  return { plans, ledger }
}

export const answer = ({ tables }: Plan, audience: string, name = 'PEOPLE'): Planned => {
  const found = tables.find((t) => t.table === name && t.audience === audience)
  if (!found) throw new TypeError(`${name} not asked for ${audience}`)
  return found
}

export const isShown = (planned: Planned): planned is Shown => 'cells' in planned

/** `GAO-T|F` → 40; codes counted together are joined by `+`. */
export const figures = (planned: Planned | { cells: Cell[] }): Record<string, number> =>
  'cells' in planned
    ? Object.fromEntries(
        planned.cells.map(({ at, value }) => [at.map((codes) => codes.join('+')).join('|'), value]),
      )
    : {}
