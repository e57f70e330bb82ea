import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { correctionPlace } from '@/lib/casework/cases/note-place'
import { onCase } from '@/lib/casework/cases/on-case'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { answered, onlyAfterYes } from '@/lib/casework/consents/said-yes'
import type { Actor } from '@/lib/platform/access/actor'
import { type Applied, type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { correctionForm, errorForm } from './form'
import { mayChange, type NoteNow, noteInReach } from './one-note'

type Row = CaseInReach & { note: NoteNow; yes: boolean }

/** What both changes share: the case locked, the note inside what exists for this actor, its author alone. */
const onNote = {
  ...onCase,
  scope: async (ctx: Ctx, { code, id }: Params): Promise<Row | undefined> => {
    const reach = await caseInReach(ctx, code, true)
    const note = reach && (await noteInReach(ctx, reach.record.id, id))
    return reach && note && { ...reach, note, yes: await answered(ctx, reach.record) }
  },
  policy: (actor: Actor, row: Row) => onlyAfterYes(mayChange(actor, row, row.note), row.yes),
  version: ({ note }: Row) => note.version,
} as const

type Change = { id: string; reason: string; words: Buffer | null }

async function change({ tx }: Ctx, { record, note }: Row, { id, reason, words }: Change): Promise<Applied> {
  const [row] = await tx.execute<{ came: string }>(
    sql`select app.change_note(${id}, ${note.id}, ${note.version}, ${reason}, ${words}) as came`,
  )
  if (row?.came !== 'done') return { conflict: true }
  return {
    location: `/cases/${record.code}/notes?done=${words ? 'corrected' : 'in-error'}`,
    detail: { note: note.id, compartment: note.compartment, reason },
  }
}

/** The author corrects their note: a version more, sealed as the note is; what stood before stays for whoever could read it. */
export const correctNote = verb({
  ...onNote,
  name: 'note.correct',
  form: correctionForm,
  page: ({ code, id }) => `/cases/${code}/notes/${id}/correct`,
  apply: async (ctx, row, { body, correctionReason }) => {
    const id = randomUUID()
    const key = (await openKeys(ctx.tx, [row.note.keyId])).get(row.note.keyId)
    if (!key) return { conflict: true }
    return change(ctx, row, {
      id,
      reason: correctionReason,
      words: seal(key, correctionPlace(id), body),
    })
  },
})

/** The author says that their note was written in error, and why. Nothing of it goes away. */
export const markNote = verb({
  ...onNote,
  name: 'note.mark-in-error',
  form: errorForm,
  page: ({ code, id }) => `/cases/${code}/notes/${id}/in-error`,
  apply: (ctx, row, { errorReason }) =>
    change(ctx, row, { id: randomUUID(), reason: errorReason, words: null }),
})
