import { heldByOther } from '@/lib/casework/tasks/waiting-item'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'
import type { Party } from '../machine/transitions'
import type { ReferralInReach } from '../reach/scope'
import { type Judged, judged, partyFor } from '../sharing/judged'

export type Decided = ReferralInReach & { claimed: boolean }

/**
 * The parts that every decision of the queue shares: those of every verb on one referral, for a supervisor. While a
 * colleague is at it nobody else decides.
 */
export const decision = (verb: Judged) => ({
  ...judged(verb),
  roles: ['SUPERVISOR'] as const,
  scope: async (ctx: Ctx, params: Params): Promise<Decided | undefined> => {
    const found = await judged(verb).scope(ctx, params)
    return found && { ...found, claimed: await heldByOther(ctx, found.referral.id) }
  },
  policy: (actor: Actor, found: Decided): Verdict => {
    const verdict = judged(verb).policy(actor, found)
    return verdict.allowed && found.claimed ? denied('claimed') : verdict
  },
})

/** In what capacity this supervisor acts; the policy has already said yes. */
export const partyOf = (verb: Judged, actor: Actor, found: ReferralInReach): Party =>
  partyFor({ verb }, actor, found)
