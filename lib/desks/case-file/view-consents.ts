import { mayRecordAnswer } from '@/lib/casework/cases/policy'
import { answerAbout } from '@/lib/casework/consents/about'
import { listConsents } from '@/lib/casework/consents/queries'
import { onlyAfterYes } from '@/lib/casework/consents/said-yes'
import { servicesOf } from '@/lib/casework/services/queries'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead, hasAnswered } from './head'
import { renewedBy } from './renewed'

export async function viewConsents(reading: Reading, code: string) {
  const subject = { type: 'case', id: code }
  const head = await caseHead(reading, code)
  if (!head) return { missing: subject }
  const { id } = head.reach.record
  return {
    view: { head, rows: await listConsents(reading, id, head.keys) },
    subject: { ...subject, caseId: id },
  }
}

/**
 * The page that asks for one more answer, after the one to the file itself; `renew` names the running referral whose
 * consent ends soon. First what it is about (`for`, `partner`), then the questions that belong to it.
 */
export async function prepareConsent(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = { type: 'case', id: code, caseId: head.reach.record.id }
  const verdict = onlyAfterYes(mayRecordAnswer(reading.actor, head.reach), hasAnswered(head))
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'consent.record', one(query, 'draft'))
  const renewed = await renewedBy(reading, head.reach.record.id, one(query, 'renew'))
  const chosen = { purpose: one(query, 'for'), partner: one(query, 'partner') }
  const about = answerAbout(draft?.values ?? renewed?.values ?? chosen)
  const offered = about?.partner ? await servicesOf(reading, about.partner) : { own: false, services: [] }
  return { view: { head, draft, renewed, chosen, about, offered }, subject }
}
