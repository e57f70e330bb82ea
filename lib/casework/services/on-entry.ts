import { and, desc, eq } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import type { Role } from '@/lib/platform/access/roles'
import { directoryChanges, directoryEntries, users } from '@/lib/platform/db/schema'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { within } from './within'

export type EntryRow = typeof directoryEntries.$inferSelect

async function lockEntry({ tx, actor }: Ctx, { id }: Params): Promise<EntryRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await tx
    .select()
    .from(directoryEntries)
    .where(and(eq(directoryEntries.id, id), within(actor)))
    .for('update')
  return row
}

/** Writes, once, on the version that was read. */
export async function writeEntry(
  { tx, actor }: Ctx,
  { id, version }: EntryRow,
  set: Partial<EntryRow>,
): Promise<boolean> {
  const written = await tx
    .update(directoryEntries)
    .set({ ...set, version: version + 1 })
    .where(and(eq(directoryEntries.id, id), eq(directoryEntries.version, version), within(actor)))
    .returning({ id: directoryEntries.id })
  return written.length === 1
}

/** Who changed the entry last, and when; an agency reads the day, not who of ours. */
export async function lastChange({ tx, actor }: Ctx, { id }: EntryRow) {
  if (actor.partner !== null) return { by: null, at: null }
  const [last] = await tx
    .select({ by: users.name, at: directoryChanges.at })
    .from(directoryChanges)
    .innerJoin(users, eq(users.id, directoryChanges.byId))
    .where(eq(directoryChanges.entryId, id))
    .orderBy(desc(directoryChanges.id))
    .limit(1)
  return { by: last?.by ?? null, at: last?.at ?? null }
}

const shared = {
  scope: lockEntry,
  policy: () => allowed,
  version: ({ version }: EntryRow) => version,
  audit: ({ id = '' }: Params) => ({ type: 'directory-entry', id }),
}
/** An administrator keeps every entry. */
export const onAnyEntry = { ...shared, session: 'staff' as const, roles: ['ADMIN'] as readonly Role[] }
/** An agency keeps its own, in the offices of its base. */
export const onOwnEntry = { ...shared, session: 'partner' as const, roles: ['PARTNER_FP'] as readonly Role[] }
