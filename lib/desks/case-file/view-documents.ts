import { mayWorkOn } from '@/lib/casework/cases/policy'
import { onlyAfterYes } from '@/lib/casework/consents/said-yes'
import { mayGiveOriginalBack, mayKeepReceived, mayWithdraw } from '@/lib/casework/documents/policy'
import { findDocument, listDocuments, type Unfinished } from '@/lib/casework/documents/queries'
import { readCursor } from '@/lib/platform/db/keyset'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead, hasAnswered } from './head'

/** The documents of a case, and the form for another one as it came back. */
export async function viewDocuments(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { id } = head.reach.record
  const { shown, kept, next, ...coming } = await listDocuments(reading, id, readCursor(one(query, 'after')))
  const adding = head.may.write ? await forAdding(reading, coming, query) : undefined
  return { view: { head, shown, kept, next, adding }, subject: { type: 'case', id: code, caseId: id } }
}

/** What is on its way, and for how many days it waits. */
type Coming = { unfinished: Unfinished[]; uploadDays: number }

/** What the form shows: what was typed, and the files of this person that came or began to come. */
async function forAdding(reading: Reading, { unfinished, uploadDays }: Coming, query: Query) {
  const draft = await findDraft(reading.tx, reading.actor.userId, 'document.add', one(query, 'draft'))
  return { draft, unfinished, uploadDays }
}

/** One document, and what may be done with it. */
export async function viewDocument(reading: Reading, code: string, id: string, query: Query) {
  const found = await documentOf(reading, code, id)
  if (!found) return { missing: { type: 'document', id } }
  const { head, document, subject } = found
  const draftOf = (form: string) => findDraft(reading.tx, reading.actor.userId, form, one(query, 'draft'))
  const drafts = one(query, 'draft')
    ? {
        withdraw: await draftOf('document.withdraw'),
        give: await draftOf('document.give-back'),
        keep: await draftOf('document.keep-received'),
      }
    : { withdraw: undefined, give: undefined, keep: undefined }
  const reach = { ...head.reach, document }
  const may = {
    giveBack: mayGiveOriginalBack(reading.actor, reach).allowed,
    withdraw: mayWithdraw(reading.actor, reach).allowed,
    keep: mayKeepReceived(reading.actor, reach).allowed,
  }
  return { view: { head, document, drafts, may }, subject }
}

/** The form for a newer document in the place of this one. */
export async function prepareReplacing(reading: Reading, code: string, id: string, query: Query) {
  const found = await documentOf(reading, code, id)
  if (!found) return { missing: { type: 'document', id } }
  const { head, document, subject } = found
  const verdict = onlyAfterYes(mayWorkOn(reading.actor, head.reach), hasAnswered(head))
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  if (document.withdrawal) return { refused: 'document-withdrawn', subject }
  if (!document.opens) return { refused: 'document-sealed', subject }
  return { view: { head, document, adding: await forAdding(reading, document, query) }, subject }
}

async function documentOf(reading: Reading, code: string, id: string) {
  const head = await caseHead(reading, code)
  const document = head && (await findDocument(reading, id))
  if (!head || !document || document.caseId !== head.reach.record.id) return undefined
  return { head, document, subject: { type: 'case', id: code, caseId: document.caseId } }
}
