import { type SQL, sql } from 'drizzle-orm'
import { correctionPlace, notePlace } from '@/lib/casework/cases/note-place'
import { type Cursor, markOf, writeCursor } from '@/lib/platform/db/keyset'
import { notes } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type OpenKey, unseal } from '@/lib/platform/vault/seal'
import { within } from './within'

/** Notes a page. */
const PAGE = 15

/** `TEAM` for notes that the team reads, `OWN` for those sealed for the reader's own discipline. */
export const NOTE_READERS = ['TEAM', 'OWN'] as const
export type NoteReaders = (typeof NOTE_READERS)[number]

/** What a note said from one moment to the next, and why it was changed then; `until` is null for what it says now. */
export type Version = { text: string; from: string; until: string | null; reason: string | null }
export type NoteView = {
  id: string
  compartment: string
  writer: string
  writerRole: string
  mine: boolean
  at: string
  /** How many changes and the note itself: what a form must be made for. */
  version: number
  /** Newest first; the first is what it says. */
  versions: Version[]
  /** Said by its author to be written in error. */
  error: { reason: string; at: string } | null
}

type Change = { id: string; kind: string; reason: string; at: string; body: string | null }
type Row = {
  id: string
  compartment: string
  writer: string
  writerRole: string
  mine: boolean
  at: string
  mark: string
  keyId: string
  body: string
  changes: Change[] | null
}

const base64 = (column: string) => sql.raw(`replace(encode(${column}, 'base64'), E'\\n', '')`)

/** Every change of a note, oldest first, as JSON beside its row. */
const changesOf = (
  id: SQL,
): SQL => sql`(select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'reason', c.reason,
    'at', c.changed_at, 'body', ${base64('c.body')}) order by c.version) from app.note_changes c where c.note_id = ${id})`

type Wanted = { caseId: string; keys: ReadonlyMap<string, OpenKey> }

async function noteRows({ tx, actor }: Ctx, holds: SQL, limit: number): Promise<Row[]> {
  const rows =
    await tx.execute<Row>(sql`select ${notes.id}, ${notes.compartment}, u.name as writer, u.role as "writerRole",
      ${notes.writtenBy} = ${actor.userId} as mine, ${notes.writtenAt} as at, ${markOf(sql`${notes.writtenAt}`)} as mark,
      ${notes.keyId} as "keyId", replace(encode(${notes.body}, 'base64'), E'\n', '') as body, ${changesOf(sql`${notes.id}`)} as changes
    from ${notes} join access.users u on u.id = ${notes.writtenBy}
    where ${within(actor)} and ${holds}
    order by ${notes.writtenAt} desc, ${notes.id} desc limit ${limit}`)
  return [...rows]
}

/** Notes this reader may open, newest first, a page (or so many) at a time; those of other disciplines do not exist for them. */
export async function listNotes(
  ctx: Ctx,
  { caseId, keys }: Wanted,
  {
    readers,
    after,
    most = PAGE,
  }: { readers?: NoteReaders | undefined; after?: Cursor | undefined; most?: number },
) {
  const beyond = after?.at
    ? sql`and (${notes.writtenAt}, ${notes.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``
  const among =
    readers === undefined
      ? sql``
      : readers === 'TEAM'
        ? sql`and ${notes.compartment} = 'TEAM'`
        : sql`and ${notes.compartment} = ${ctx.actor.role}`
  const rows = await noteRows(ctx, sql`${notes.caseId} = ${caseId} ${among} ${beyond}`, most + 1)
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  return {
    shown: shown.map((row) => opened(row, keys)),
    next: rows.length > most && last ? writeCursor({ id: last.id, at: last.mark }) : undefined,
  }
}

/** One note of a case, with everything it ever said; nothing where it does not exist for this reader. */
export async function oneNote(ctx: Ctx, { caseId, keys }: Wanted, id: string): Promise<NoteView | undefined> {
  const [row] = await noteRows(ctx, sql`${notes.caseId} = ${caseId} and ${notes.id} = ${id}::uuid`, 1)
  return row && opened(row, keys)
}

const openedWith = (
  keys: ReadonlyMap<string, OpenKey>,
  keyId: string,
  sealed: { place: ReturnType<typeof notePlace>; body: string },
): string => {
  const key = keys.get(keyId)
  return key ? unseal(key, sealed.place, Buffer.from(sealed.body, 'base64')).toString('utf8') : ''
}

function opened(
  { changes, keyId, body, mark: _, ...note }: Row,
  keys: ReadonlyMap<string, OpenKey>,
): NoteView {
  const versions: Version[] = [
    {
      text: openedWith(keys, keyId, { place: notePlace(note.id), body }),
      from: note.at,
      until: null,
      reason: null,
    },
  ]
  for (const change of changes ?? []) {
    if (change.body === null) continue
    const before = versions[0]
    if (before) Object.assign(before, { until: change.at, reason: change.reason })
    const text = openedWith(keys, keyId, { place: correctionPlace(change.id), body: change.body })
    versions.unshift({ text, from: change.at, until: null, reason: null })
  }
  const wrong = changes?.find(({ kind }) => kind === 'IN_ERROR')
  return {
    ...note,
    version: 1 + (changes?.length ?? 0),
    versions,
    error: wrong ? { reason: wrong.reason, at: wrong.at } : null,
  }
}
