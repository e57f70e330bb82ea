import { and, eq } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { alerts, flowPoints } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { within } from './within'

const inReach = ({ tx, actor }: Ctx, id: string) =>
  tx
    .select()
    .from(alerts)
    .where(and(eq(alerts.id, id), within(actor)))

/** The alert, locked for a decision; nothing when it does not exist for this actor. */
export async function lockAlert(ctx: Ctx, id: string | undefined) {
  if (!isUuid(id)) return undefined
  const [row] = await inReach(ctx, id).for('update')
  return row
}

/** The same for whoever reads it and decides nothing of it: only its own office may hold it. */
export async function findAlert(ctx: Ctx, id: string | undefined) {
  if (!isUuid(id)) return undefined
  const [row] = await inReach(ctx, id)
  return row
}

/** The flow point and the office it is assigned to. */
export async function flowPointOf({ tx }: Pick<Ctx, 'tx'>, code: string) {
  const [row] = await tx.select().from(flowPoints).where(eq(flowPoints.code, code))
  return row
}
