import { and, desc, eq, type SQL } from 'drizzle-orm'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { caseTransfers, vaultKeys } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { pending } from './pending'
import { within } from './within'

/** A case, and whether an offer of it waits already. */
export type ToOffer = CaseInReach & { offered: boolean }

export async function caseToOffer(
  ctx: Ctx,
  code: string | undefined,
  lock = false,
): Promise<ToOffer | undefined> {
  const found = await caseInReach(ctx, code, lock)
  return found && { ...found, offered: (await pendingOffer(ctx, found.record.id)) !== undefined }
}

/** The offer of a case that waits, or that an agency took and nobody has handed out. */
export async function pendingOffer({ tx, actor }: Ctx, caseId: string) {
  const [row] = await tx
    .select()
    .from(caseTransfers)
    .where(and(eq(caseTransfers.caseId, caseId), pending, within(actor)))
  return row
}

/** The newest offer of a case, however it stands, with its wrapped key where that is in reach; `beside`: one value more. */
export async function latestOffer<T>({ tx, actor }: Ctx, caseId: string, beside: SQL<T>) {
  const [found] = await tx
    .select({ row: caseTransfers, wrapped: vaultKeys.wrapped, beside })
    .from(caseTransfers)
    .leftJoin(vaultKeys, eq(vaultKeys.id, caseTransfers.keyId))
    .where(and(eq(caseTransfers.caseId, caseId), within(actor)))
    .orderBy(desc(caseTransfers.offeredAt))
    .limit(1)
  return found
}
