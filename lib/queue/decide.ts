import type { Actor } from '../access/actor'
import type { ReferralAct } from '../referrals/acts'
import { mayReferral } from '../referrals/policy'
import type { ReferralInReach } from '../referrals/scope'
import { lockReferral } from '../referrals/scope'
import { staffSituation } from '../referrals/situation'
import type { Party, ReferralVerb } from '../referrals/transitions'
import type { Ctx, Params } from '../write/verb'
import { allowed, denied, type Verdict } from '../write/verdict'

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
