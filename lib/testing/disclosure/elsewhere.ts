import { emptyLedger, recordPlan } from '@/lib/engines/disclosure/ledger'
import { planRelease } from '@/lib/engines/disclosure/plan'
import type { Dimension, Family, Ledger, Plan, Rules, TableAsked } from '@/lib/engines/disclosure/plan-types'
import { defaultRules } from '@/lib/engines/disclosure/rules'
import { throughApi } from '../disclosure-elsewhere/through-api'

/** The engine as the attacker made elsewhere drives it: by its public functions, with the rules as they are set. */
export const engine = throughApi<Rules, Ledger, Plan>({
  planRelease: ({ period, dimensions, families, tables, ledger, rules }) =>
    planRelease({
      period,
      dimensions: dimensions as Dimension[],
      families: families as Family[],
      tables: tables as TableAsked[],
      ledger,
      rules,
    }),
  recordPlan,
  emptyLedger,
  rules: defaultRules,
})
