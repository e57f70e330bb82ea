import { and, eq } from 'drizzle-orm'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { caseTransfers } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
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

export async function isOffered({ tx, actor }: Ctx, caseId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: caseTransfers.id })
    .from(caseTransfers)
    .where(and(eq(caseTransfers.caseId, caseId), eq(caseTransfers.state, 'OFFERED'), within(actor)))
  return row !== undefined
}
