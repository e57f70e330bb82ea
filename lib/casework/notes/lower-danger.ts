import { sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayEndOn } from '@/lib/casework/cases/policy'
import { caseInReach } from '@/lib/casework/cases/scope'
import { onOwnCase } from '@/lib/casework/staff/reach'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { dangerEndForm } from './form'

/** A flag that is up on this case and of the actor's own discipline; nothing otherwise. */
export async function flagToLower(
  { tx, actor }: Ctx,
  caseId: string,
  id: string | undefined,
): Promise<{ id: string; code: string; goesOn: boolean } | undefined> {
  if (!isUuid(id)) return undefined
  const [flag] = await tx.execute<{
    id: string
    code: string
    goesOn: boolean
  }>(sql`select id, code, app.my_file_goes_on(case_id) as "goesOn" from app.danger_flags where id = ${id}
    and ${onOwnCase(actor, sql.raw('case_id'))} and case_id = ${caseId} and lowered_at is null and discipline = ${actor.role}`)
  return flag
}

/** The danger has passed: its author, or the same discipline on this case, takes the flag down and says why. */
export const lowerDanger = verb({
  ...onCase,
  name: 'case.lower-danger',
  form: dangerEndForm,
  page: ({ code, id }) => `/cases/${code}/danger/${id}`,
  scope: async (ctx, { code, id }) => {
    const reach = await caseInReach(ctx, code, true)
    const flag = reach && (await flagToLower(ctx, reach.record.id, id))
    return reach && flag && { ...reach, flag: flag.id, goesOn: flag.goesOn }
  },
  policy: (actor, reach) => mayEndOn(actor, reach, reach.goesOn),
  apply: async ({ tx, actor }, { record, flag }, { endReason }) => {
    await tx.execute(sql`update app.danger_flags set lowered_by = ${actor.userId}, lowered_at = clock.casework_now(),
      lowered_for = ${endReason} where id = ${flag}`)
    return { location: `/cases/${record.code}?done=lowered`, detail: { flag, reason: endReason } }
  },
})
