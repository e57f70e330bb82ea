import { onTeam } from '@/lib/casework/cases/policy'
import type { Actor } from '@/lib/platform/access/actor'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { STAGE_1_STATES } from '../machine/states'
import type { ReferralInReach } from '../reach/scope'

type Found = Pick<ReferralInReach, 'capacities' | 'consentStands'> & {
  referral: Pick<ReferralInReach['referral'], 'sentAt' | 'state' | 'partnerDeletedAt'>
}

/**
 * Whether a referral may leave on paper or as a file: by the team of the case or whoever supervises it, while its agency may
 * read it, and while the person's answer carries it. Whatever ended ends these ways too. PURE.
 */
export function mayExchange({ role }: Pick<Actor, 'role'>, found: Found): Verdict {
  const { sentAt, state, partnerDeletedAt } = found.referral
  if (role !== 'SUPERVISOR' && !onTeam(found)) return denied('referral-TEAM_ONLY')
  if (sentAt === null) return denied('exchange-not-sent')
  if (!found.consentStands) return denied('exchange-ended')
  return STAGE_1_STATES.includes(state) && partnerDeletedAt === null ? allowed : denied('exchange-ended')
}
