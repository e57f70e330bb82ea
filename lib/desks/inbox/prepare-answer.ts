import { referralCode } from '@/lib/casework/numbers/referral-code'
import { type Answer, mayAnswer } from '@/lib/casework/referrals/machine/partner-policy'
import { viewOf } from '@/lib/casework/referrals/machine/partner-situation'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { findReceived } from './queries'

/**
 * What the page of one answer needs. `ended`: nothing is left to answer, the stub's page says what to do. Nothing of
 * the second slip is opened here.
 */
export async function prepareAnswer(reading: Reading, id: string, ask: { answer: Answer; query: Query }) {
  const subject = { type: 'referral', id }
  const found = await findReceived(reading, id)
  if (!found) return { missing: subject }
  const { referral, slip1 } = found
  const looking = { readable: slip1 !== undefined, now: reading.actor.now }
  if (viewOf(referral, looking) === 'STUB')
    return { view: { ended: true as const }, subject, detail: { reads: 'STUB' } }
  const verdict = mayAnswer(ask.answer, referral, looking)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(
    reading.tx,
    reading.actor.userId,
    `referral.${ask.answer}`,
    one(ask.query, 'draft'),
  )
  const { service, state, version } = referral
  return {
    view: { ended: false as const, id, code: referralCode(id), service, state, version, draft },
    subject,
  }
}
