import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, type SQL } from 'drizzle-orm'
import type { FieldErrors, RawValues } from '@/lib/base/forms/form'
import { isUuid } from '@/lib/base/forms/uuid'
import { currentRequest } from '@/lib/base/request/request-record'
import type { Tx } from '@/lib/platform/db/client'
import { drafts } from '@/lib/platform/db/schema'
import { draftKey } from '@/lib/platform/vault/keys'
import { sealJson, unsealJson } from '@/lib/platform/vault/seal'
import { standsHere } from './draft-place'

/** What a form that came back knows: the values as typed, what is wrong, and why it came back. */
export type Draft = {
  values: RawValues
  errors: FieldErrors
  notice: 'invalid' | 'stale' | 'already-saved' | 'expired' | 'saved' | 'aside'
  savedAt?: string
  /** The page it was typed on. */
  page?: string
  /** What the page had shown, and of which version: kept, so that a form that comes back still knows what I touched. */
  base?: RawValues
  version?: number
  /** Somebody changed fields of this form meanwhile: as they stand now, who left them so and when. */
  conflict?: Conflict
  /** Somebody was quicker: who, when, how it stands now (a message key). */
  since?: { by: string | null; at: string | null; now: string }
}
export type Conflict = {
  base: RawValues
  theirs: RawValues
  version: number
  by: string | null
  at: string | null
}
/** A draft as it was found, with its own id. */
export type FoundDraft = Draft & { id: string }

/** Bytes, sealed; the table checks the same. */
const largest = 262_144
const placeOf = (id: string) => ({ table: 'app.drafts', column: 'sealed', row: id })

/** Which form a draft belongs to: the verb, and the record of the address it was for. */
export type DraftOf = { form: string; about: string }

/** Keeps a draft, sealed for its user; the database lets the oldest beyond 20 go. Returns its id, nothing when it is beyond 256 kB. */
export async function keepDraft(
  tx: Tx,
  userId: string,
  of: DraftOf,
  draft: Draft,
): Promise<string | undefined> {
  const id = randomUUID()
  const sealed = sealJson(draftKey(userId), placeOf(id), draft)
  if (sealed.length > largest) return undefined
  await tx.insert(drafts).values({ id, userId, ...of, sealed })
  return id
}

/** The draft of this form among those ids, if it is this user's and of this page; anything else is no draft. */
export async function findDraft(
  tx: Tx,
  userId: string,
  form: string,
  id: unknown,
): Promise<FoundDraft | undefined> {
  const found = await draftIn(tx, userId, id, eq(drafts.form, form))
  return found && standsHere(found.page, currentRequest()?.path) ? found : undefined
}

/** The same for an address that takes what was sent: it stands on no page, so the draft has to be of its very record. */
export const findDraftOf = (
  tx: Tx,
  userId: string,
  { form, about }: DraftOf,
  id: string | string[],
): Promise<FoundDraft | undefined> =>
  draftIn(tx, userId, id, and(eq(drafts.form, form), eq(drafts.about, about)))

async function draftIn(
  tx: Tx,
  userId: string,
  id: unknown,
  which: SQL | undefined,
): Promise<FoundDraft | undefined> {
  const ids = [id].flat().filter(isUuid).slice(0, 4)
  if (ids.length === 0) return undefined
  const [row] = await tx
    .select()
    .from(drafts)
    .where(and(inArray(drafts.id, ids), eq(drafts.userId, userId), which))
  return row && { ...unsealJson<Draft>(draftKey(userId), placeOf(row.id), row.sealed), id: row.id }
}

/** What this user left last, and the page it stands on: for whoever comes in again without the address they had. */
export async function newestDraft(tx: Tx, userId: string): Promise<FoundDraft | undefined> {
  const [row] = await tx
    .select()
    .from(drafts)
    .where(eq(drafts.userId, userId))
    .orderBy(desc(drafts.at))
    .limit(1)
  return row && { ...unsealJson<Draft>(draftKey(userId), placeOf(row.id), row.sealed), id: row.id }
}

/** A form that was sent needs the drafts its page showed no more. What waits in another tab stays. */
export async function dropDrafts(
  tx: Tx,
  userId: string,
  { form, about }: DraftOf,
  shown: readonly string[],
): Promise<void> {
  if (shown.length === 0) return
  const its = and(eq(drafts.userId, userId), eq(drafts.form, form), eq(drafts.about, about))
  await tx.delete(drafts).where(and(its, inArray(drafts.id, [...shown])))
}

/** Of somebody who said no, no form stays: every draft of it that this user has. */
export async function dropEveryDraft(tx: Tx, userId: string, { form, about }: DraftOf): Promise<void> {
  await tx
    .delete(drafts)
    .where(and(eq(drafts.userId, userId), eq(drafts.form, form), eq(drafts.about, about)))
}
