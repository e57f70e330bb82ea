import { and, eq, isNotNull, ne } from 'drizzle-orm'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { planActions } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { countDue } from './due-dates'
import type { ActionRow } from './scope'
import { within } from './within'

/** The date of an action by another risk; nothing for one that does not come from the risk, or was chosen. PURE. */
export function countedAgain(row: ActionRow, risk: string | null) {
  if (row.dueBy === 'CHOSEN' || !row.limitRisk) return undefined
  const limit = { hours: row.limitHours, days: row.limitDays, risk: row.limitRisk }
  const { at, by } = countDue(limit, row.countedFrom, risk)
  return { dueAt: at, dueBy: by, risk }
}

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
    const counted = countedAgain(row, risk)
    return counted && counted.dueAt.getTime() !== row.dueAt.getTime() ? [{ row, counted }] : []
  })
  for (const { row, counted } of moved)
    await tx
      .update(planActions)
      .set({ ...counted, redatedAt: actor.now, version: row.version + 1 })
      .where(eq(planActions.id, row.id))
  return moved.length
}
