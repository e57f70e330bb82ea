import { listAssistance } from '@/lib/casework/assistance/queries'
import { totalsOf } from '@/lib/casework/assistance/totals'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

export async function viewAssistance(reading: Reading, code: string) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { id } = head.reach.record
  const lines = await listAssistance(reading, id)
  return { view: { head, lines, totals: totalsOf(lines) }, subject: { type: 'case', id: code, caseId: id } }
}

/** The empty form, or one filled from a line of the same case (`copy`). */
export async function prepareAssistance(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { id } = head.reach.record
  const subject = { type: 'case', id: code, caseId: id }
  const verdict = mayWorkOn(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const wanted = one(query, 'copy')
  const copied = wanted ? (await listAssistance(reading, id)).find((line) => line.id === wanted) : undefined
  const draft = await findDraft(reading.tx, reading.actor.userId, 'assistance.record', one(query, 'draft'))
  return { view: { head, copied, draft }, subject }
}
