import { mayWorkOn } from '@/lib/casework/cases/policy'
import type { Actor } from '@/lib/platform/access/actor'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'

/** Whoever works on the case, once the person is registered: before that they are only being met. PURE. */
export function mayFollow(actor: Actor, reach: Parameters<typeof mayWorkOn>[1]): Verdict {
  const verdict = mayWorkOn(actor, reach)
  return verdict.allowed && reach.record.state === 'DRAFT' ? denied('case-not-registered') : verdict
}
