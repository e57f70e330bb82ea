import { and, eq, sql } from 'drizzle-orm'
import { choice } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { taskHeldByOther } from '@/lib/casework/tasks/waiting-item'
import { tasks } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { caseInReach } from './scope'

/** Why a supervisor gives a rating back. `app.return_rating` holds the same codes. */
const RATE_AGAIN_FOR = ['DANGER_POSSIBLE', 'NOT_CHECKED', 'RESTRICT', 'TALK_FIRST'] as const

export const returnRatingForm = form({ noun: 'cases', fields: { rateAgainFor: choice(RATE_AGAIN_FOR) } })

/** A case whose risk was rated lower than proposed, while that waits for a supervisor's look. */
async function loweredRisk(ctx: Ctx, code: string | undefined) {
  const reach = await caseInReach(ctx, code)
  return reach && { reach, waits: await waitsForLook(ctx, reach.record.id) }
}

/** Whether a risk rated lower than proposed still waits for a supervisor's look. */
export async function waitsForLook({ tx }: Pick<Ctx, 'tx'>, caseId: string): Promise<boolean> {
  const [task] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.subjectId, caseId), eq(tasks.kind, 'SEE_LOWER_RISK'), eq(tasks.state, 'OPEN')))
  return task !== undefined
}

/** Only while it waits: what was looked at is looked at. PURE. */
export const mayReturnRating = ({ waits }: { waits: boolean }): Verdict =>
  waits ? allowed : denied('task-done')

/**
 * A risk rated lower than proposed goes back to whoever leads the case, with why: their task with a limit of its own,
 * until it is rated again. The supervisor's look ends with it.
 */
export const returnRating = verb({
  name: 'case.return-rating',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: returnRatingForm,
  page: ({ code }) => `/cases/${code}/risk`,
  scope: (ctx, { code }) => loweredRisk(ctx, code),
  policy: (_, found) => mayReturnRating(found),
  held: (ctx, { reach }) => taskHeldByOther(ctx, reach.record.id, 'SEE_LOWER_RISK'),
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.reach.record.id ?? null }),
  apply: async ({ tx }, { reach: { record } }, { rateAgainFor }) => {
    const [row] = await tx.execute<{ back: boolean }>(
      sql`select app.return_rating(${record.id}::uuid, ${rateAgainFor}) as back`,
    )
    return row?.back
      ? { location: `/cases/${record.code}?done=returned`, detail: { reason: rateAgainFor } }
      : { conflict: true }
  },
})
