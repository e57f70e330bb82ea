import { mayWorkOn } from '@/lib/casework/cases/policy'
import { onlyAfterYes } from '@/lib/casework/consents/said-yes'
import { listNotes } from '@/lib/casework/notes/queries'
import { readCursor } from '@/lib/platform/db/keyset'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead, hasAnswered } from './head'

export async function viewNotes(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { id } = head.reach.record
  const cursor = readCursor(one(query, 'after'))
  const after = cursor?.at ? { at: new Date(cursor.at), id: cursor.id } : undefined
  const notes = await listNotes(reading, id, head.keys, after)
  return { view: { head, notes }, subject: { type: 'case', id: code, caseId: id } }
}

export async function prepareNote(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = { type: 'case', id: code, caseId: head.reach.record.id }
  const verdict = onlyAfterYes(mayWorkOn(reading.actor, head.reach), hasAnswered(head))
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'note.add', one(query, 'draft'))
  return { view: { head, draft }, subject }
}
