import { consentInReach, mayWithdraw } from '@/lib/casework/endings/withdraw-consent'
import { effectOn } from '@/lib/casework/referrals/verbs/withdraw-answer'
import { pendingOffer } from '@/lib/casework/transfers/offer-in-reach'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** What withdrawing this consent would stop, said before it is done. */
export async function prepareWithdrawal(reading: Reading, where: { code: string; id: string }, query: Query) {
  const subject = { type: 'consent', id: where.id }
  const row = await consentInReach(reading, where)
  if (!row) return { missing: subject }
  const about = { ...subject, caseId: row.found.record.id }
  const verdict = mayWithdraw(reading.actor, row)
  if (!verdict.allowed) return { refused: verdict.reason, subject: about }
  const offer =
    row.consent.purpose === 'TRANSFER' ? await pendingOffer(reading, row.found.record.id) : undefined
  const { id, purpose, partnerCode: partner, service, version, givenAt } = row.consent
  return {
    view: {
      id,
      code: row.found.record.code,
      purpose,
      partner,
      service,
      version,
      givenAt,
      /** An agency was asked on this consent, and has not got the case yet. */
      offered: offer?.consentId === row.consent.id,
      effects: row.resting.map((referral) => ({
        id: referral.id,
        service: referral.service,
        state: referral.state,
        sent: referral.sentAt !== null,
        effect: effectOn(referral),
      })),
      draft: await findDraft(reading.tx, reading.actor.userId, 'consent.withdraw', one(query, 'draft')),
    },
    subject: about,
  }
}
