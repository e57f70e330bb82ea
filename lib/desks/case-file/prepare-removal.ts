import { mayRemove } from '@/lib/casework/cases/remove-colleague'
import { staffOf } from '@/lib/casework/staff/office-queries'
import { isCaseworker } from '@/lib/platform/access/roles'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

/** Who can go off the team, for this reader: the lead and the supervisor any member, a member only themselves. */
export async function prepareRemoval(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { record, capacities } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const verdict = mayRemove(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const decides = capacities.includes('LEAD') || !isCaseworker(reading.actor.role)
  const staff = await staffOf(reading, record)
  const able = staff.filter(
    ({ id, capacity }) => capacity === 'MEMBER' && (decides || id === reading.actor.userId),
  )
  const draft = await findDraft(
    reading.tx,
    reading.actor.userId,
    'case.remove-colleague',
    one(query, 'draft'),
  )
  return { view: { head, able, draft }, subject }
}
