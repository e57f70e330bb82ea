import { and, eq } from 'drizzle-orm'
import { alerts } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { AlertState } from './states'

type Settled = { state: Exclude<AlertState, 'NEW'>; caseId?: string; reason?: string }

/** Moves an alert out of NEW, on the version that was read. False when somebody was quicker. */
export async function settleAlert(
  { tx, actor }: Ctx,
  alert: { id: string; version: number },
  settled: Settled,
): Promise<boolean> {
  const moved = await tx
    .update(alerts)
    .set({ ...settled, triagedBy: actor.userId, triagedAt: actor.now, version: alert.version + 1 })
    .where(and(eq(alerts.id, alert.id), eq(alerts.state, 'NEW'), eq(alerts.version, alert.version)))
    .returning({ id: alerts.id })
  return moved.length === 1
}
