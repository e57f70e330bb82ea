import { recordableVerbs } from '@/lib/casework/referrals/machine/policy'
import { staffSituation } from '@/lib/casework/referrals/machine/situation'
import { type ReferralInReach, referralInReach } from '@/lib/casework/referrals/reach/scope'
import { type Judged, verdictOf } from '@/lib/casework/referrals/sharing/judged'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

type Ask = { form: string; query: Query }

async function framed(reading: Reading, found: ReferralInReach, { form, query }: Ask) {
  const { id, service, partnerCode: partner, version, sentAt } = found.referral
  const draft = await findDraft(reading.tx, reading.actor.userId, form, one(query, 'draft'))
  return { id, code: found.caseCode, service, partner, version, sent: sentAt !== null, draft }
}

/** What the page of one verb needs; refused here already when the verb is not this person's. */
export async function prepareVerb(reading: Reading, id: string, ask: Ask & { verb: Judged }) {
  const subject = { type: 'referral', id }
  const found = await referralInReach(reading, id)
  if (!found) return { missing: subject }
  const about = { ...subject, caseId: found.referral.caseId }
  const verdict = verdictOf({ verb: ask.verb }, reading.actor, found)
  if (!verdict.allowed) return { refused: verdict.reason, subject: about }
  return { view: await framed(reading, found, ask), subject: about }
}

/** The same for writing down the partner's word: which answers make sense now. */
export async function prepareRecord(reading: Reading, id: string, query: Query) {
  const subject = { type: 'referral', id }
  const found = await referralInReach(reading, id)
  if (!found) return { missing: subject }
  const about = { ...subject, caseId: found.referral.caseId }
  const verbs = recordableVerbs(staffSituation(reading.actor, found.referral, found))
  if (verbs.length === 0) return { refused: 'referral-NOT_IN_STATE', subject: about }
  return {
    view: { ...(await framed(reading, found, { form: 'referral.record', query })), verbs },
    subject: about,
  }
}
