import { heldByOther } from '@/lib/casework/tasks/waiting-item'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Party } from '../machine/transitions'
import type { ReferralInReach } from '../reach/scope'
import { type Judged, judged, partyFor } from '../sharing/judged'

/**
 * The parts that every decision of the queue shares: those of every verb on one referral, for a supervisor. While a
 * colleague is at it nobody else decides, but on an emergency: that waits for nobody who left their desk.
 */
export const decision = (verb: Judged) => ({
  ...judged(verb),
  roles: ['SUPERVISOR'] as const,
  held: async (ctx: Ctx, { referral }: ReferralInReach) =>
    referral.priority !== 'EMERGENCY' && (await heldByOther(ctx, referral.id)),
})

/** In what capacity this supervisor acts; the policy has already said yes. */
export const partyOf = (verb: Judged, actor: Actor, found: ReferralInReach): Party =>
  partyFor({ verb }, actor, found)
