import { sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { finishForm } from '@/lib/casework/cases/form'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { caseInReach } from '@/lib/casework/cases/scope'
import { onOwnCase } from '@/lib/casework/staff/reach'
import { verb } from '@/lib/platform/gate/verb'

/** The danger has passed: its author, or the same discipline on this case, takes the flag down. */
export const lowerDanger = verb({
  ...onCase,
  name: 'case.lower-danger',
  form: finishForm,
  page: ({ code }) => `/cases/${code}`,
  scope: async (ctx, { code, id }) => {
    const reach = await caseInReach(ctx, code, true)
    if (!reach || !isUuid(id)) return undefined
    const [flag] = await ctx.tx.execute<{ id: string }>(sql`select id from app.danger_flags where id = ${id}
      and ${onOwnCase(ctx.actor, sql.raw('case_id'))} and case_id = ${reach.record.id} and lowered_at is null and discipline = ${ctx.actor.role}`)
    return flag && { ...reach, flag: flag.id }
  },
  policy: (actor, reach) => mayWorkOn(actor, reach),
  apply: async ({ tx, actor }, { record, flag }) => {
    await tx.execute(
      sql`update app.danger_flags set lowered_by = ${actor.userId}, lowered_at = clock.casework_now() where id = ${flag}`,
    )
    return { location: `/cases/${record.code}?done=lowered` }
  },
})
