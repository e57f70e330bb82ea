import { mayLead } from '@/lib/casework/cases/policy'
import { staffOf } from '@/lib/casework/staff/office-queries'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

/** What the lead's own pages need: the office's staff, and who of them is on the case. */
export async function prepareLead(reading: Reading, code: string, ask: { form: string; query: Query }) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const verdict = mayLead(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const staff = await staffOf(reading, record)
  const draft = await findDraft(reading.tx, reading.actor.userId, ask.form, one(ask.query, 'draft'))
  return { view: { head, staff, draft }, subject }
}
