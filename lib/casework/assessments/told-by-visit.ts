import { and, eq } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { inReachedCase } from '@/lib/casework/staff/reach'
import { assessments, grantVisits } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Answers } from './instrument'

/** The sheet of a monitoring visit. */
export const SHEET = 'REINT_VISIT'

/** What the visit says already: its sheet does not ask it again, and cannot say otherwise. PURE. */
export type Visit = { id: string; visit: string; outcome: string; sheet: string | null }
export const toldBy = ({ visit, outcome }: Visit): Answers => ({ rv_month: visit, rv_outcome: outcome })
export const TOLD_BY_VISIT: readonly string[] = ['rv_month', 'rv_outcome']

/** A visit of this case inside the reader's reach, with its sheet if somebody began one. One statement. */
export async function visitOf(
  { tx, actor }: Ctx,
  caseId: string,
  id: string | null | undefined,
): Promise<Visit | undefined> {
  if (!id || !isUuid(id)) return undefined
  const [row] = await tx
    .select({
      id: grantVisits.id,
      visit: grantVisits.visit,
      outcome: grantVisits.outcome,
      sheet: assessments.id,
    })
    .from(grantVisits)
    .leftJoin(assessments, eq(assessments.visitId, grantVisits.id))
    .where(and(eq(grantVisits.id, id), eq(grantVisits.caseId, caseId), inReachedCase(actor, grantVisits)))
  return row
}
