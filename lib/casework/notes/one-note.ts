import { sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import type { Actor } from '@/lib/platform/access/actor'
import { notes } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'
import { within } from './within'

/** A note as it stands: by whom, with which key, at which version, and whether it is said to be written in error. */
export type NoteNow = {
  id: string
  writtenBy: string
  compartment: string
  keyId: string
  version: number
  inError: boolean
}

/** One note of a case, inside what exists for this actor; nothing otherwise. */
export async function noteInReach(
  { tx, actor }: Ctx,
  caseId: string,
  id: string | undefined,
): Promise<NoteNow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await tx.execute<NoteNow>(sql`select ${notes.id}, ${notes.writtenBy} as "writtenBy",
      ${notes.compartment}, ${notes.keyId} as "keyId", coalesce(x.version, 1) as version, coalesce(x.ended, false) as "inError"
    from ${notes} left join lateral (select max(c.version) as version, bool_or(c.kind = 'IN_ERROR') as ended
      from app.note_changes c where c.note_id = ${notes.id}) x on true
    where ${notes.id} = ${id} and ${notes.caseId} = ${caseId} and ${within(actor)}`)
  return row
}

/** Changing a note: its author, on the team, while the case is worked on; one said to be in error is left as it is. PURE. */
export function mayChange(
  actor: Actor,
  reach: CaseInReach,
  note: Pick<NoteNow, 'writtenBy' | 'inError'>,
): Verdict {
  const verdict = mayWorkOn(actor, reach)
  if (!verdict.allowed) return verdict
  if (note.writtenBy !== actor.userId) return denied('note-not-yours')
  return note.inError ? denied('note-in-error') : verdict
}
