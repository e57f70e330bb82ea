import { eq } from 'drizzle-orm'
import { mayPrint } from '@/lib/casework/papers/policy'
import { listPapers } from '@/lib/casework/papers/queries'
import { offices } from '@/lib/platform/db/schema'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

/** Which papers there are, and what was printed when by whom. */
export async function viewPapers(reading: Reading, code: string) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { id } = head.reach.record
  const printed = await listPapers(reading, id)
  return {
    view: { head, printed, mayPrint: mayPrint(reading.actor, head.reach).allowed },
    subject: { type: 'case', id: code, caseId: id },
    detail: { count: printed.length },
  }
}

type Asked = { code: string; verb: string; query: Query }

/** The questions before a paper, and the number of the case's office. */
export async function preparePaper(reading: Reading, { code, verb, query }: Asked) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const verdict = mayPrint(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, verb, one(query, 'draft'))
  const [office] = await reading.tx
    .select({ phone: offices.phone })
    .from(offices)
    .where(eq(offices.id, record.officeId))
  return { view: { head, draft, phone: office?.phone ?? '' }, subject }
}
