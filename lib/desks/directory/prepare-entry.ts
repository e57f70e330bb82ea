import { sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { cerclesOf } from '@/lib/casework/services/edit-entry'
import { directory } from '@/lib/casework/services/queries'
import { offices } from '@/lib/platform/db/schema'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { ownEntries } from './view-own-services'

/** An entry that somebody keeps: any for an administrator, its agency's own for an account of it. */
async function keptEntry(reading: Reading, id: string) {
  if (!isUuid(id)) return undefined
  const own = reading.actor.partner !== null
  const [entry] = own ? await ownEntries(reading, sql`d.id = ${id}`) : await directory(reading, { id })
  return entry
}

/** An entry whose key is given or changed. */
export async function prepareKey(reading: Reading, id: string, query: Query) {
  const subject = { type: 'directory-entry', id }
  const entry = await keptEntry(reading, id)
  if (!entry) return { missing: subject }
  const form = reading.actor.partner === null ? 'directory.keep-key' : 'directory.keep-own-key'
  const draft = await findDraft(reading.tx, reading.actor.userId, form, one(query, 'draft'))
  return { view: { entry, draft }, subject }
}

/** An entry to be changed, with the cercles its office reaches. */
export async function prepareEntry(reading: Reading, id: string, query: Query) {
  const own = reading.actor.partner !== null
  const subject = { type: 'directory-entry', id }
  const entry = await keptEntry(reading, id)
  if (!entry) return { missing: subject }
  const cercles = [...new Set([...(await cerclesOf(reading, entry.office)), ...entry.cercles])]
  const form = own ? 'directory.edit-own' : 'directory.edit'
  const draft = await findDraft(reading.tx, reading.actor.userId, form, one(query, 'draft'))
  return { view: { entry, cercles, draft }, subject }
}

/** A new entry: first from which office, then everything else. */
export async function prepareNewEntry(reading: Reading, query: Query) {
  const places = await reading.tx
    .select({ id: offices.id, name: offices.name })
    .from(offices)
    .orderBy(offices.name)
  const office = places.find(({ id }) => id === one(query, 'office'))
  const cercles = office ? await cerclesOf(reading, office.id) : []
  const draft = await findDraft(reading.tx, reading.actor.userId, 'directory.add', one(query, 'draft'))
  return { view: { places, office, cercles, draft }, subject: { type: 'directory', id: '' } }
}
