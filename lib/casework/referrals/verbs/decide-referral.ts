import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import type { ReferralAct } from '../machine/acts'
import { mayReferral } from '../machine/policy'
import { staffSituation } from '../machine/situation'
import type { Party, ReferralVerb } from '../machine/transitions'
import type { ReferralInReach } from '../reach/scope'
import { lockReferral } from '../reach/scope'
import { changedReferral, overtakenReferral } from '../sharing/overtaken'

type Judged = ReferralVerb | ReferralAct

/** The parts that every decision of the queue shares: session, role, scope, policy, version, what is logged. */
export const decision = (judged: Judged) => ({
  session: 'staff' as const,
  roles: ['SUPERVISOR'] as const,
  scope: (ctx: Ctx, { id }: Params) => lockReferral(ctx, id),
  policy: (actor: Actor, found: ReferralInReach): Verdict => {
    const answer = mayReferral(judged, staffSituation(actor, found.referral, found))
    return answer.allowed ? allowed : denied(`referral-${answer.reason}`)
  },
  version: (found: ReferralInReach) => found.referral.version,
  overtaken: (ctx: Ctx, found: ReferralInReach, reason: string) =>
    overtakenReferral(ctx, found.referral, reason),
  changed: (ctx: Ctx, found: ReferralInReach) => changedReferral(ctx, found.referral),
  audit: ({ id = '' }: Params, found: ReferralInReach | undefined) => ({
    type: 'referral',
    id,
    caseId: found?.referral.caseId ?? null,
  }),
})

/** In what capacity this supervisor acts; the policy has already said yes. */
export function partyOf(judged: Judged, actor: Actor, found: ReferralInReach): Party {
  const answer = mayReferral(judged, staffSituation(actor, found.referral, found))
  if (!answer.allowed) throw new Error('asked for the party of a refused verb')
  return answer.party
}
