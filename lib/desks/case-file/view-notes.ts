import { isUuid } from '@/lib/base/forms/uuid'
import { mayEndOn, mayWorkOn } from '@/lib/casework/cases/policy'
import { onlyAfterYes } from '@/lib/casework/consents/said-yes'
import { type Around, aroundJson } from '@/lib/casework/notes/around'
import { flagToLower } from '@/lib/casework/notes/lower-danger'
import { mayChange } from '@/lib/casework/notes/one-note'
import { mayAskOpening, missingHolders } from '@/lib/casework/notes/openings'
import { listNotes, NOTE_READERS, oneNote } from '@/lib/casework/notes/queries'
import { readCursor } from '@/lib/platform/db/keyset'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { type CaseHead, caseHead, hasAnswered } from './head'

const draftOf = (reading: Reading, verb: string, query: Query) =>
  findDraft(reading.tx, reading.actor.userId, verb, one(query, 'draft'))

/** A page of the notes, and what they stand in. The log says how many sealed ones were read. */
export async function viewNotes(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code, { beside: (caseId) => aroundJson(reading, caseId) })
  if (!head) return { missing: { type: 'case', id: code } }
  const { id } = head.reach.record
  const readers = NOTE_READERS.find((name) => name === one(query, 'readers'))
  const wanted = { caseId: id, keys: head.keys }
  const notes = await listNotes(reading, wanted, { readers, after: readCursor(one(query, 'after')) })
  const around = head.beside as Around
  const sealed = notes.shown.filter(({ compartment }) => compartment !== 'TEAM').length
  return {
    view: {
      head,
      notes,
      around,
      readers,
      mayOpen: around.missing && mayAskOpening(reading.actor, head.reach).allowed,
    },
    subject: { type: 'case', id: code, caseId: id },
    detail: { count: notes.shown.length, sealed },
  }
}

export async function prepareNote(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = { type: 'case', id: code, caseId: head.reach.record.id }
  const verdict = onlyAfterYes(mayWorkOn(reading.actor, head.reach), hasAnswered(head))
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await draftOf(reading, 'note.add', query)
  return { view: { head, draft }, subject }
}

type Asked = { code: string; id: string; query: Query }

/** The page of a change to one note: the note itself, for its author. */
export async function prepareChange(reading: Reading, { code, id, query }: Asked, verb: string) {
  const head = await caseHead(reading, code)
  if (!head || !isUuid(id)) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const note = await oneNote(reading, { caseId: record.id, keys: head.keys }, id)
  if (!note) return { missing: { type: 'note', id } }
  const writtenBy = note.mine ? reading.actor.userId : ''
  const verdict = onlyAfterYes(
    mayChange(reading.actor, head.reach, { writtenBy, inError: note.error !== null }),
    hasAnswered(head),
  )
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  return { view: { head, note, draft: await draftOf(reading, verb, query) }, subject, detail: { note: id } }
}

/** To whom sealed notes may be opened. */
export async function prepareOpening(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = { type: 'case', id: code, caseId: head.reach.record.id }
  const verdict = mayAskOpening(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const missing = await missingHolders(reading, head.reach.record.id)
  return { view: { head, missing, draft: await draftOf(reading, 'note.ask-opening', query) }, subject }
}

/** The question why a danger flag comes down. */
export async function prepareDangerEnd(reading: Reading, { code, id, query }: Asked) {
  const head: CaseHead | undefined = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = { type: 'case', id: code, caseId: head.reach.record.id }
  const flag = await flagToLower(reading, head.reach.record.id, id)
  if (!flag) return { missing: { type: 'flag', id } }
  const verdict = mayEndOn(reading.actor, head.reach, flag.goesOn)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  return { view: { head, flag, draft: await draftOf(reading, 'case.lower-danger', query) }, subject }
}
