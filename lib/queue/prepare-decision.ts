import { one, type Query } from '../read/query'
import type { Reading } from '../read/read'
import { mayReferral } from '../referrals/policy'
import { referralInReach } from '../referrals/scope'
import { staffSituation } from '../referrals/situation'
import { findDraft } from '../write/drafts'
import { supervisorsFor } from './queries'

type Ask = { verb: 'return' | 'reassign' | 'review'; query: Query }

/** What a decision's own page needs; refused here already when the decision is not this person's. */
export async function prepareDecision(reading: Reading, id: string, { verb, query }: Ask) {
  const found = await referralInReach(reading, id)
  const subject = { type: 'referral', id }
  if (!found) return { missing: subject }
  const { referral } = found
  const about = { ...subject, caseId: referral.caseId }
  const answer = mayReferral(verb, staffSituation(reading.actor, referral, found))
  if (!answer.allowed) return { refused: `referral-${answer.reason}`, subject: about }
  const draft = await findDraft(reading.tx, reading.actor.userId, `referral.${verb}`, one(query, 'draft'))
  const supervisors = verb === 'reassign' ? await supervisorsFor(reading, referral) : []
  const { partnerCode: partner, service, version } = referral
  return {
    view: { id, caseCode: found.caseCode, partner, service, version, draft, supervisors },
    subject: about,
  }
}
