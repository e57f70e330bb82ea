import { sql } from 'drizzle-orm'
import { within } from '@/lib/casework/documents/within'
import { mayWorkOnPath } from '@/lib/casework/reintegration/policy'
import { returnOf } from '@/lib/casework/reintegration/queries'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

/** A receipt among the documents that the whole team opens. */
type Receipt = { id: string; author: string; addedAt: string; madeOn: string | null }

/** A delivery, and the receipts of the case that are not tied to it yet, newest first. */
export async function prepareReceipt(reading: Reading, code: string, query: Query) {
  const beside = (
    id: string,
  ) => sql`(select json_agg(json_build_object('id', d.id, 'author', u.name, 'addedAt', d.added_at, 'madeOn', d.made_on)
      order by d.added_at desc, d.id) from app.documents d join access.users u on u.id = d.added_by
    where d.case_id = ${id} and d.kind = 'RECEIPT' and d.reader = 'TEAM' and d.withdrawn_at is null and ${within(reading.actor)})`
  const head = await caseHead(reading, code, { beside })
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = { type: 'case', id: code, caseId: head.reach.record.id }
  const { path, grants } = await returnOf(reading, head.reach.record.id)
  const verdict = mayWorkOnPath(reading.actor, { reach: head.reach, path })
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'return.receipt', one(query, 'draft'))
  const named = draft?.values.delivery?.toString() ?? one(query, 'delivery')
  const delivery = grants.flatMap(({ deliveries }) => deliveries).find(({ id }) => id === named)
  if (!delivery) return { missing: subject }
  const tied = (delivery.papers ?? []).map(({ id }) => id)
  const receipts = ((head.beside ?? []) as Receipt[]).filter(({ id }) => !tied.includes(id))
  return { view: { head, draft, delivery, receipts }, subject }
}
