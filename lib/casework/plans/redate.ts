import { and, eq, isNotNull, ne } from 'drizzle-orm'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { planActions } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { countDue } from './due-dates'
import { within } from './within'

/**
 * The risk was changed: the dates that come from it are counted again, from the same moment; one that somebody chose stays.
 * Answers how many moved, so that the page can say so.
 */
export async function redatePlan(
  { tx, actor }: Ctx,
  { id }: Pick<CaseRow, 'id'>,
  risk: string | null,
): Promise<number> {
  const rows = await tx
    .select()
    .from(planActions)
    .where(
      and(
        eq(planActions.caseId, id),
        eq(planActions.state, 'OPEN'),
        ne(planActions.dueBy, 'CHOSEN'),
        isNotNull(planActions.limitRisk),
        within(actor, planActions),
      ),
    )
  const moved = rows.flatMap((row) => {
    const limit = { hours: row.limitHours, days: row.limitDays, risk: row.limitRisk }
    const { at, by } = countDue(limit, row.countedFrom, risk)
    return at.getTime() === row.dueAt.getTime() ? [] : [{ row, at, by }]
  })
  for (const { row, at, by } of moved)
    await tx
      .update(planActions)
      .set({ dueAt: at, dueBy: by, risk, redatedAt: actor.now, version: row.version + 1 })
      .where(eq(planActions.id, row.id))
  return moved.length
}
