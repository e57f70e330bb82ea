import { emptyLedger, recordPlan } from '@/lib/engines/disclosure/ledger'
import { planRelease } from '@/lib/engines/disclosure/plan'
import type { Ledger } from '@/lib/engines/disclosure/plan-types'
import { defaultRules } from '@/lib/engines/disclosure/rules'
import type { Engine } from './play'

/** The product's engine with a ledger of its own. */
export function planEngine(): Engine {
  let ledger: Ledger = emptyLedger
  return (asked) => {
    const plan = planRelease({ ...asked, ledger, rules: defaultRules })
    if (plan.outcome === 'INVALID') throw new TypeError(`${plan.field}: ${plan.code}`)
    const recorded = recordPlan(ledger, plan)
    if (recorded.outcome === 'STALE') throw new TypeError('stale')
    ledger = recorded.ledger
    return plan.tables
  }
}
