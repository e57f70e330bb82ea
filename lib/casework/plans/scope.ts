import { and, eq, ne, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { personInReach } from '@/lib/casework/cases/person-in-reach'
import { planActions, planApprovals, planGoals } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { within } from './within'

export type GoalRow = typeof planGoals.$inferSelect
export type ActionRow = typeof planActions.$inferSelect
export type ApprovalRow = typeof planApprovals.$inferSelect
type Found = NonNullable<Awaited<ReturnType<typeof personInReach>>>

/** Whether the same goal of a template was agreed again meanwhile and stands open: the earlier one stays over. */
async function agreedAgain({ tx, actor }: Ctx, { id, caseId, template }: GoalRow): Promise<boolean> {
  if (template === null) return false
  const again = and(
    eq(planGoals.caseId, caseId),
    eq(planGoals.template, template),
    eq(planGoals.state, 'OPEN'),
    ne(planGoals.id, id),
  )
  const rows = await tx
    .select({ id: planGoals.id })
    .from(planGoals)
    .where(and(again, within(actor, planGoals)))
  return rows.length > 0
}

/** A goal of a case in reach; the case is locked first, always. `again`: the same goal stands open once more. */
export async function goalInReach(
  ctx: Ctx,
  code: string | undefined,
  id: string | undefined,
): Promise<(Found & { goal: GoalRow; again: boolean }) | undefined> {
  const found = isUuid(id) ? await personInReach(ctx, code) : undefined
  if (!found || !id) return undefined
  const of = and(
    eq(planGoals.id, id),
    eq(planGoals.caseId, found.reach.record.id),
    within(ctx.actor, planGoals),
  )
  const [goal] = await ctx.tx.select().from(planGoals).where(of)
  return goal && { ...found, goal, again: await agreedAgain(ctx, goal) }
}

/** An action of a case in reach. */
export async function actionInReach(
  ctx: Ctx,
  code: string | undefined,
  id: string | undefined,
): Promise<(Found & { action: ActionRow }) | undefined> {
  const found = isUuid(id) ? await personInReach(ctx, code) : undefined
  if (!found || !id) return undefined
  const of = and(
    eq(planActions.id, id),
    eq(planActions.caseId, found.reach.record.id),
    within(ctx.actor, planActions),
  )
  const [action] = await ctx.tx.select().from(planActions).where(of)
  return action && { ...found, action }
}

/** What waits for a supervisor's word on the plan of this case. */
export async function waitingApproval({ tx, actor }: Ctx, caseId: string): Promise<ApprovalRow | undefined> {
  const [row] = await tx
    .select()
    .from(planApprovals)
    .where(
      and(
        eq(planApprovals.caseId, caseId),
        sql`${planApprovals.decided} is null`,
        within(actor, planApprovals),
      ),
    )
  return row
}
