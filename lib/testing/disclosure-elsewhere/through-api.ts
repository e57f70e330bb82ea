import type { Asked, Audience, Cell, Discloser, Output } from './api'

/** One table for one audience as the public API answers it. */
type Answered = {
  table: string
  audience: string
  state: Output['outcome']
  covers?: readonly string[]
  cells?: readonly Cell[]
}

/** The engine's public functions and nothing else of it. `Rules` and `Ledger` are handed through unread. */
export type PublicApi<Rules, Ledger, Plan> = {
  planRelease: (
    request: Asked & { ledger: Ledger; rules: Rules },
  ) => Plan | { outcome: 'INVALID'; field: string; code: string }
  recordPlan: (ledger: Ledger, plan: Plan) => { outcome: 'RECORDED'; ledger: Ledger } | { outcome: 'STALE' }
  emptyLedger: Ledger
  rules: Rules
}

/** Drives an engine of that API through a history. */
export function throughApi<
  Rules extends { audiences: readonly Audience[] },
  Ledger,
  Plan extends { outcome: 'PLANNED'; tables: readonly Answered[] },
>({ planRelease, recordPlan, emptyLedger, rules }: PublicApi<Rules, Ledger, Plan>): Discloser<Ledger> {
  return {
    audiences: rules.audiences,
    begin: emptyLedger,
    ask: (ledger, asked) => {
      const plan = planRelease({ ...asked, ledger, rules })
      if (plan.outcome === 'INVALID')
        return { outputs: [], memory: ledger, refused: `${plan.field}: ${plan.code}` }
      const recorded = recordPlan(ledger, plan)
      if (recorded.outcome === 'STALE') throw new Error('one history was written twice')
      const outputs = plan.tables.map(
        ({ table, audience, state, covers, cells }): Output => ({
          table,
          audience,
          outcome: state,
          covers: covers ?? [],
          cells: cells ?? [],
        }),
      )
      return { outputs, memory: recorded.ledger }
    },
  }
}
