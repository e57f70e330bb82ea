import { expect, test } from 'vitest'
import type { Asked } from './api'
import { runHistory } from './seen'
import { throughApi } from './through-api'

type Plan = {
  outcome: 'PLANNED'
  tables: { table: string; audience: string; state: 'RELEASED' | 'CARRIED' }[]
  at: number
}

/** Counts its plans in the ledger, and knows no second month. */
const counting = throughApi({
  rules: { audiences: [{ audience: 'PUBLIC', threshold: 10 }] },
  emptyLedger: 0,
  planRelease: ({ period, ledger, tables }): Plan | { outcome: 'INVALID'; field: string; code: string } =>
    period === '2014-02'
      ? { outcome: 'INVALID', field: 'period', code: 'unknown' }
      : {
          outcome: 'PLANNED',
          at: ledger,
          tables: tables.map(({ table }) => ({
            table,
            audience: 'PUBLIC',
            state: ledger > 0 ? 'RELEASED' : 'CARRIED',
          })),
        },
  recordPlan: (ledger, { at }: Plan) =>
    at === ledger ? { outcome: 'RECORDED', ledger: ledger + 1 } : { outcome: 'STALE' },
})

const month = (period: string): Asked => ({
  period,
  dimensions: [],
  families: [],
  tables: [{ table: 'T', family: 'F', audiences: ['PUBLIC'], dimensions: [], keeps: '', counts: [] }],
})

test('An engine of the public API is asked month after month with the ledger it wrote, and its refusals are kept', () => {
  const seen = runHistory(counting, ['2014-01', '2014-02', '2014-03'].map(month))
  expect(seen.map(({ outputs, refused }) => refused ?? outputs[0]?.outcome)).toEqual([
    'CARRIED',
    'period: unknown',
    'RELEASED',
  ])
})
