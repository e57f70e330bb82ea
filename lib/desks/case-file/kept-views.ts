import { type CaseFilter, readFilter } from '@/lib/casework/views/filter'
import { filterOf } from '@/lib/casework/views/forms'
import { keptView, keptViews } from '@/lib/casework/views/queries'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { namesOf } from './list-frame'

const DONE = ['named', 'dropped'] as const

/** The views somebody keeps and reads. */
export async function listViews(reading: Reading, query: Query) {
  const kept = await keptViews(reading)
  const names = await namesOf(reading)
  const done = DONE.find((word) => word === one(query, 'done'))
  return {
    view: { kept, names, done },
    subject: { type: 'case-view', id: '' },
    detail: { count: kept.length },
  }
}

/** A view about to be kept: what the address asks, or what came back. */
export async function prepareKeeping(reading: Reading, query: Query) {
  const draft = await findDraft(reading.tx, reading.actor.userId, 'view.keep', one(query, 'draft'))
  const back = draft && filterOf(String(draft.values.filter ?? ''))
  const filter: CaseFilter = back ?? readFilter((name) => one(query, name))
  const names = await namesOf(reading)
  return { view: { filter, names, draft }, subject: { type: 'case-view', id: '' } }
}

/** One view, to be named anew or dropped by whose it is. */
export async function prepareNaming(reading: Reading, id: string, query: Query) {
  const subject = { type: 'case-view', id }
  const kept = await keptView(reading, id)
  if (!kept) return { missing: subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'view.name', one(query, 'draft'))
  const names = await namesOf(reading)
  return { view: { kept, names, draft }, subject }
}
