import { sql } from 'drizzle-orm'
import type { CodeOf } from '@/lib/base/codes/lists'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { openTask } from '@/lib/casework/tasks/open-task'
import type { Ctx } from '@/lib/platform/gate/verb'

export type DangerCode = CodeOf<'danger_flag'>
/** Days until somebody must look again. Settings' defaults. */
export const REVIEW_DAYS: Record<DangerCode, number> = {
  SUICIDE: 3,
  VIOLENCE: 7,
  CHILD_UNSAFE: 3,
  MEDICAL: 2,
  CONTROL: 3,
  ARREST: 7,
  TEAM: 14,
}

/**
 * A code that the lead and the supervisors read, and nothing of the note. It also asks the supervisor to look; on a
 * restricted case that is a named one.
 */
export async function raiseDanger(ctx: Ctx, record: CaseRow, code: DangerCode): Promise<void> {
  const { tx, actor } = ctx
  const due = daysAfter(actor.now, REVIEW_DAYS[code])
  await tx.execute(sql`insert into app.danger_flags (case_id, office_id, sensitivity, code, discipline, raised_by, review_on)
    values (${record.id}, ${record.officeId}, ${record.sensitivity}, ${code}, ${actor.role}, ${actor.userId}, ${isoDayOf(due)})`)
  await openTask(ctx, {
    kind: 'SEE_DANGER',
    subject: { type: 'case', id: record.id },
    within: 'see.SEE_DANGER',
    reason: code,
  })
}
