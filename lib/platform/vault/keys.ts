import { randomBytes, randomUUID } from 'node:crypto'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/lib/platform/db/client'
import { vaultKeys } from '@/lib/platform/db/schema'
import { derivedKey } from '@/lib/platform/env/env'
import { type OpenKey, seal, unseal } from './seal'

type Discipline = 'SOCIAL_WORKER' | 'PSYCHOLOGIST' | 'LAWYER'
export type Compartment = 'TEAM' | Discipline
type CaseOwner = { caseId: string; officeId: string; sensitivity: string }
export type KeyScope =
  | ({ scope: 'CASE'; compartment: Compartment } & CaseOwner)
  | ({ scope: 'SHARE'; shareId: string } & CaseOwner)
  | ({ scope: 'TRANSFER'; transferId: string } & CaseOwner)
  | ({ scope: 'ASSESSMENT'; assessmentId: string; part: Compartment } & CaseOwner)
  /** Of violence based on gender: the row names no case. */
  | {
      scope: 'INCIDENT'
      assessmentId: string
      part: 'INCIDENT' | 'WORDS'
      officeId: string
      sensitivity: 'S4'
    }
  | ({ scope: 'DOCUMENT'; documentId: string } & CaseOwner)
  /** What a discipline works with, for whoever of it is on the case. */
  | ({ scope: 'WORK'; part: Discipline } & CaseOwner)
  | { scope: 'ALERT'; alertId: string; officeId: string }
  | { scope: 'PSEA'; reportId: string; officeId: string }

/** Derived once: each key on a page is opened with it. */
let wrapping: OpenKey | undefined
const wrappingKey = (): OpenKey => {
  wrapping ??= { id: 'instance', bytes: derivedKey('key wrapping') }
  return wrapping
}
const placeOf = (id: string) => ({ table: 'vault.keys', column: 'wrapped', row: id })

/** A new data key and the row that keeps it wrapped. For seeds, which insert many at once. */
export function mintKey(scope: KeyScope): { key: OpenKey; row: typeof vaultKeys.$inferInsert } {
  const key = { id: randomUUID(), bytes: randomBytes(32) }
  const row = {
    sensitivity: 'S3',
    ...scope,
    id: key.id,
    wrapped: seal(wrappingKey(), placeOf(key.id), key.bytes),
  }
  return { key, row }
}

/** Makes a data key and stores it wrapped, in the caller's transaction. */
export async function createKey(tx: Tx, scope: KeyScope): Promise<OpenKey> {
  const { key, row } = mintKey(scope)
  await tx.insert(vaultKeys).values(row)
  return key
}

/** Opens the keys this actor may read; an id without one is simply absent from the map. */
export async function openKeys(tx: Tx, ids: readonly string[]): Promise<Map<string, OpenKey>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: vaultKeys.id, wrapped: vaultKeys.wrapped })
    .from(vaultKeys)
    .where(inArray(vaultKeys.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, unwrap(row)]))
}

/**
 * The key of one compartment that this actor writes with, made on first use. The team has one a case; of a discipline's only
 * those exist for somebody that they hold, and whoever holds none begins with a key of their own (decision record 121).
 */
export async function caseKey(tx: Tx, owner: CaseOwner, compartment: Compartment): Promise<OpenKey> {
  const [row] = await tx
    .select({ id: vaultKeys.id, wrapped: vaultKeys.wrapped })
    .from(vaultKeys)
    .where(
      and(
        eq(vaultKeys.caseId, owner.caseId),
        // An assessment's own key names a compartment too.
        eq(vaultKeys.scope, 'CASE'),
        eq(vaultKeys.compartment, compartment),
      ),
    )
    .orderBy(desc(vaultKeys.createdAt))
    .limit(1)
  return row ? unwrap(row) : createKey(tx, { ...owner, scope: 'CASE', compartment })
}

/** The key of what a discipline works with on a case, made on first use: whoever of it joins opens it (decision record 131). */
export async function workKey(tx: Tx, owner: CaseOwner, discipline: Discipline): Promise<OpenKey> {
  const { scope, part, caseId, id, wrapped } = vaultKeys
  const [row] = await tx
    .select({ id, wrapped })
    .from(vaultKeys)
    .where(and(eq(caseId, owner.caseId), eq(scope, 'WORK'), eq(part, discipline)))
  return row ? unwrap(row) : createKey(tx, { ...owner, scope: 'WORK', part: discipline })
}

export function unwrap(row: { id: string; wrapped: Buffer }): OpenKey {
  return { id: row.id, bytes: unseal(wrappingKey(), placeOf(row.id), row.wrapped) }
}

/** One person's drafts: derived, because a draft must also be kept for a session that has just run out. */
export const draftKey = (userId: string): OpenKey => ({
  id: `draft:${userId}`,
  bytes: derivedKey(`draft ${userId}`),
})
