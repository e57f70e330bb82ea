import { mayWorkOn } from '@/lib/casework/cases/policy'
import type { ReferralInReach } from '@/lib/casework/referrals/reach/scope'
import type { Actor } from '@/lib/platform/access/actor'

/** What the person said about being called, and whether this reader may go on to the page that asks before a call. PURE. */
export function callSaid(actor: Actor, found: ReferralInReach) {
  const { doNotContact, safeContact, caseState: state, closureReason, capacities } = found
  const { officeId, sensitivity } = found.referral
  const reach = { capacities, record: { state, closureReason, officeId, sensitivity } }
  return { doNotContact, safeContact, mayAsk: mayWorkOn(actor, reach).allowed }
}
export type CallSaid = ReturnType<typeof callSaid>
