import { mayReferral, type ReferralSituation, type Refusal } from '@/lib/casework/referrals/machine/policy'

type Verb = Parameters<typeof mayReferral>[0]
/** A sentence, the verb, what differs from the usual situation, and what the policy says. */
export type Row = [
  sentence: string,
  verb: Verb,
  change: Partial<ReferralSituation>,
  answer: Refusal | 'allowed',
]

/** A lead with an own draft on an open case of ordinary sensitivity. */
export const situation = (change: Partial<ReferralSituation> = {}): ReferralSituation => ({
  state: 'DRAFT',
  relations: ['lead', 'author'],
  sensitivity: 'S3',
  priority: 'NORMAL',
  caseOpen: true,
  channel: 'APP',
  approvedByActor: false,
  reviewDue: false,
  reads: 'STAGE_2',
  untold: false,
  left: false,
  consentStands: true,
  ...change,
})

export function answerTo(verb: Verb, change: Partial<ReferralSituation>): Refusal | 'allowed' {
  const decision = mayReferral(verb, situation(change))
  return decision.allowed ? 'allowed' : decision.reason
}
