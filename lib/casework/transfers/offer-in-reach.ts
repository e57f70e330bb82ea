import { and, desc, eq } from 'drizzle-orm'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { caseTransfers } from '@/lib/platform/db/schema'
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
  return found && { ...found, offered: await isOffered(ctx, found.record.id) }
}

/** The offer of a case that waits, or that an agency took and nobody has handed out. */
export async function pendingOffer({ tx, actor }: Ctx, caseId: string) {
  const [row] = await tx
    .select()
    .from(caseTransfers)
    .where(and(eq(caseTransfers.caseId, caseId), pending, within(actor)))
  return row
}

export const isOffered = async (ctx: Ctx, caseId: string): Promise<boolean> =>
  (await pendingOffer(ctx, caseId)) !== undefined

/** The newest offer of a case, however it stands. */
export async function latestOffer({ tx, actor }: Ctx, caseId: string) {
  const [row] = await tx
    .select()
    .from(caseTransfers)
    .where(and(eq(caseTransfers.caseId, caseId), within(actor)))
    .orderBy(desc(caseTransfers.offeredAt))
    .limit(1)
  return row
}
