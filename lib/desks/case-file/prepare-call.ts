import { sql } from 'drizzle-orm'
import { contactStop, SHOWN_MINUTES } from '@/lib/casework/cases/contact'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

/** The page before a call: whether it must be asked for, and the number while it may be seen. */
export async function prepareCall(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const verdict = mayWorkOn(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const stop = contactStop({ ...record, safeContact: head.person.safeContact })
  const [cleared] = await reading.tx.execute<{ at: string }>(sql`select max(at) as at from app.call_clearances
    where case_id = ${record.id} and user_id = ${reading.actor.userId}
      and at > clock.casework_now() - make_interval(mins => ${SHOWN_MINUTES}) having max(at) is not null`)
  const draft = await findDraft(reading.tx, reading.actor.userId, 'case.call-anyway', one(query, 'draft'))
  return {
    view: { head, stop, phone: stop === null || cleared ? head.person.identity.phone : undefined, draft },
    subject,
    detail: { stop: stop ?? 'none', shown: stop === null || cleared !== undefined },
  }
}
