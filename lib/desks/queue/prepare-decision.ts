import { mayReferral } from '@/lib/casework/referrals/machine/policy'
import { staffSituation } from '@/lib/casework/referrals/machine/situation'
import { referralInReach } from '@/lib/casework/referrals/reach/scope'
import { supervisorsFor } from '@/lib/casework/staff/supervisor-queries'
import { readPlace } from '@/lib/casework/tasks/queue-place'
import { heldByOther } from '@/lib/casework/tasks/waiting-item'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

type Ask = { verb: 'return' | 'reassign' | 'review'; query: Query }

/** What a decision's own page needs, and the place it goes back to; refused here already when the decision is not this person's. */
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
  if (await heldByOther(reading, id)) return { refused: 'claimed', subject: about }
  const place = readPlace(one(query, 'kind'))
  const { partnerCode: partner, service, version } = referral
  return {
    view: { id, caseCode: found.caseCode, partner, service, version, draft, supervisors, place },
    subject: about,
  }
}
/** One waiting referral as its question shows it. */
export type Decision = Extract<Awaited<ReturnType<typeof prepareDecision>>, { view: unknown }>['view']
