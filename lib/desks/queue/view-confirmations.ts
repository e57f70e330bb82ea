import { listToConfirm, restingOn } from '@/lib/casework/consents/to-confirm'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** Everything this person may confirm themselves. */
export async function viewConfirmations(reading: Reading, query: Query) {
  const rows = await listToConfirm(reading)
  return {
    view: { rows, done: one(query, 'done') === '1' },
    subject: { type: 'queue', id: 'confirmations', caseId: null },
    detail: { count: rows.length },
  }
}

/** One of them on its own page. */
export async function viewConfirmation(reading: Reading, id: string, query: Query) {
  const subject = { type: 'consent', id }
  const row = (await listToConfirm(reading)).find((one) => one.id === id)
  if (!row) return { missing: subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'consent.confirm', one(query, 'draft'))
  const resting = await restingOn(reading, id)
  return { view: { row, draft, resting, item: one(query, 'item') ?? '' }, subject }
}
