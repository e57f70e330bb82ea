import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { isChildOn } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import type { PersonInReach } from '@/lib/casework/cases/person-in-reach'
import { RISK_SETTINGS } from '@/lib/casework/cases/risk-book'
import { birthOf } from '@/lib/casework/people/birth'
import { planApprovals } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { settingNow, settingsNow } from '@/lib/platform/settings/read'
import { type Asking, approvalLimit, approvalReason } from './approval'
import { waitingApproval } from './scope'

/** What decides whether somebody else looks at this plan, on the actor's day. */
export const askingOf = ({ actor }: Pick<Ctx, 'actor'>, { reach, row, identity }: PersonInReach): Asking => ({
  risk: reach.record.risk,
  child: isChildOn(birthOf({ ...row, identity }), isoDayOf(actor.now), RISK_SETTINGS.adult_from),
})

/**
 * Of a plan that waits for a word, what was agreed is another than the one that was read: its version moves on, so that nobody decides on
 * what they have not read. Answers whether one waits.
 */
export async function changedWhileWaiting(ctx: Ctx, caseId: string): Promise<boolean> {
  const waiting = await waitingApproval(ctx, caseId)
  if (waiting)
    await ctx.tx
      .update(planApprovals)
      .set({ version: sql`${planApprovals.version} + 1` })
      .where(eq(planApprovals.id, waiting.id))
  return waiting !== undefined
}

/**
 * Asks the supervisor in the same save, where the rule says so or the team wants it. While one waits already, it is about the
 * plan as it stands now. Answers whether it waits.
 */
export async function askApproval(ctx: Ctx, found: PersonInReach, wanted: boolean): Promise<boolean> {
  const { tx, actor } = ctx
  const { record } = found.reach
  if (await changedWhileWaiting(ctx, record.id)) return true
  const asking = askingOf(ctx, found)
  if (!wanted && !approvalReason(asking, await settingsNow(tx, 'plan.asks.'))) return false
  const hours = await settingNow(tx, approvalLimit(asking))
  await tx.insert(planApprovals).values({
    id: randomUUID(),
    caseId: record.id,
    officeId: record.officeId,
    sensitivity: record.sensitivity,
    askedBy: actor.userId,
    askedAt: actor.now,
    dueAt: new Date(actor.now.getTime() + hours * 3_600_000),
    keyId: found.key.id,
    version: 1,
  })
  return true
}
