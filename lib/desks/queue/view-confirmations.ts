import { listToConfirm, restingOn } from '@/lib/casework/consents/to-confirm'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** Everything this person may confirm themselves, what is due first on top. `of` a case: its answers, and the only one itself. */
export async function viewConfirmations(reading: Reading, query: Query) {
  const of = one(query, 'of')
  const all = await listToConfirm(reading)
  const its = of ? all.filter(({ caseCode }) => caseCode === of) : []
  const rows = (its.length > 0 ? its : all).toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  return {
    view: { rows, only: its.length === 1 ? its[0]?.id : undefined, done: one(query, 'done') === '1' },
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
