import { and, desc, eq, lt, or } from 'drizzle-orm'
import { notePlace } from '@/lib/casework/cases/note-place'
import { notes, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type OpenKey, unseal } from '@/lib/platform/vault/seal'
import { within } from './within'

const pageSize = 25
export type NoteCursor = { at: Date; id: string }

/** Notes this reader may open, newest first; those of other disciplines do not exist for them. */
export async function listNotes(
  { tx, actor }: Ctx,
  caseId: string,
  keys: ReadonlyMap<string, OpenKey>,
  after?: NoteCursor,
) {
  const beyond =
    after && or(lt(notes.writtenAt, after.at), and(eq(notes.writtenAt, after.at), lt(notes.id, after.id)))
  const rows = await tx
    .select({ note: notes, writer: users.name })
    .from(notes)
    .innerJoin(users, eq(users.id, notes.writtenBy))
    .where(and(eq(notes.caseId, caseId), within(actor), beyond))
    .orderBy(desc(notes.writtenAt), desc(notes.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize).map(({ note, writer }) => {
    const key = keys.get(note.keyId)
    const text = key ? unseal(key, notePlace(note.id), note.body).toString('utf8') : ''
    return { id: note.id, compartment: note.compartment, at: note.writtenAt, writer, text }
  })
  const last = shown.at(-1)
  return { shown, next: rows.length > pageSize && last ? `${last.at.toISOString()}_${last.id}` : undefined }
}
