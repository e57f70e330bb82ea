import { mayOffer } from '@/lib/casework/transfers/may-offer'
import { isOffered } from '@/lib/casework/transfers/offer-in-reach'
import { officesToAsk } from '@/lib/casework/transfers/offices-to-ask'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

/** What offering the case to another office needs; refused here already where it cannot be offered. */
export async function prepareOffer(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const verdict = mayOffer(reading.actor, { ...head.reach, offered: await isOffered(reading, record.id) })
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'case.offer-transfer', one(query, 'draft'))
  return { view: { head, draft, offices: await officesToAsk(reading, record.officeId) }, subject }
}
