import { onTeam } from '@/lib/casework/cases/policy'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { STAGE_1_STATES } from '../machine/states'
import type { ReferralInReach } from '../reach/scope'

/** How what is sent reaches the agency: by an account, or only by telephone. */
export type Receives = 'ACCOUNT' | 'PHONE' | null

/** Whom a link is for: an agency that reads a slip now and has nobody with an account. The team hands it over. PURE. */
export function mayLink(found: ReferralInReach, receives: Receives): Verdict {
  const { state, sentAt } = found.referral
  if (!onTeam(found)) return denied('referral-TEAM_ONLY')
  if (sentAt === null || !STAGE_1_STATES.includes(state)) return denied('referral-NOT_IN_STATE')
  if (!found.consentStands) return denied('referral-CONSENT_ENDED')
  return receives === 'ACCOUNT' ? denied('referral-HAS_ACCOUNT') : allowed
}
