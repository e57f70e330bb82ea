import { parseCode } from '@/lib/casework/numbers/case-code'
import type { Actor } from '@/lib/platform/access/actor'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import type { ReferralAct } from '../machine/acts'
import { mayReferral } from '../machine/policy'
import { staffSituation } from '../machine/situation'
import type { Channel, Party, ReferralVerb } from '../machine/transitions'
import { lockReferral, type ReferralInReach } from '../reach/scope'
import { changedReferral, overtakenReferral } from './overtaken'

export type Judged = ReferralVerb | ReferralAct
type Asked = { verb: Judged; channel?: Channel }

const answerOf = ({ verb, channel = 'APP' }: Asked, actor: Actor, found: ReferralInReach) =>
  mayReferral(verb, staffSituation(actor, found.referral, found, channel))

/** The policy's answer as a verdict whose reason has its sentence. PURE. */
export function verdictOf(asked: Asked, actor: Actor, found: ReferralInReach): Verdict {
  const answer = answerOf(asked, actor, found)
  return answer.allowed ? allowed : denied(`referral-${answer.reason}`)
}

/** In what capacity this person acts; the policy has already said yes. PURE. */
export function partyFor(asked: Asked, actor: Actor, found: ReferralInReach): Party {
  const answer = answerOf(asked, actor, found)
  if (!answer.allowed) throw new Error('asked for the party of a refused verb')
  return answer.party
}

/** What every verb on one referral shares: session, roles, scope, policy, version, what is logged. */
export const judged = (verb: Judged) => ({
  ...locked,
  policy: (actor: Actor, found: ReferralInReach): Verdict => verdictOf({ verb }, actor, found),
})

/** The same without a policy, for verbs whose policy depends on what was sent. */
export const locked = {
  session: 'staff' as const,
  roles: caseRoles,
  scope: (ctx: Ctx, params: Params) => lockedReferral(ctx, params),
  version: (found: ReferralInReach) => found.referral.version,
  overtaken: (ctx: Ctx, found: ReferralInReach, reason: string) =>
    overtakenReferral(ctx, found.referral, reason),
  changed: (ctx: Ctx, found: ReferralInReach) => changedReferral(ctx, found.referral),
  audit: ({ id = '' }: Params, found: ReferralInReach | undefined) => ({
    type: 'referral',
    id,
    caseId: found?.referral.caseId ?? null,
  }),
}

/** Where the address names the case too, it must be this referral's. */
async function lockedReferral(ctx: Ctx, { id, code }: Params): Promise<ReferralInReach | undefined> {
  const found = await lockReferral(ctx, id)
  return found && (code === undefined || parseCode(code) === found.caseCode) ? found : undefined
}
