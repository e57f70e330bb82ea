import { asideForm } from '@/lib/casework/tasks/mark-form'
import { mayWait } from '@/lib/casework/tasks/may-wait'
import { readPlace } from '@/lib/casework/tasks/queue-place'
import { itemWaiting } from '@/lib/casework/tasks/waiting-item'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** One row of the queue, for the question why it can wait, or until when it does; refused here already where it cannot. */
export async function prepareAside(reading: Reading, id: string, query: Query) {
  const draft = await findDraft(reading.tx, reading.actor.userId, 'queue.set-aside', one(query, 'draft'))
  const of = one(query, 'of') ?? draft?.values.of?.toString()
  const row = await itemWaiting(reading, id, of)
  const subject = { type: 'queue', id, caseId: row?.caseId ?? null }
  if (!row) return { missing: subject }
  if (!mayWait(row)) return { refused: 'harm-waits-not', subject }
  if (row.claim && !row.claim.mine) return { refused: 'claimed', subject }
  return { view: { row, draft, place: readPlace(one(query, 'kind')), form: asideForm }, subject }
}
