import { mayReturnRating, waitsForLook } from '@/lib/casework/cases/return-rating'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

/** What a supervisor reads before giving a risk back to the lead; refused once somebody has looked. */
export async function prepareRating(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { id } = head.reach.record
  const subject = { type: 'case', id: code, caseId: id }
  const verdict = mayReturnRating({ waits: await waitsForLook(reading, id) })
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'case.return-rating', one(query, 'draft'))
  return { view: { head, draft }, subject }
}
