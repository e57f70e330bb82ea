import { sql } from 'drizzle-orm'
import { colleagues } from '@/lib/casework/staff/on-team'
import type { Ctx } from '@/lib/platform/gate/verb'

/** The colleagues of a case (`staff/on-team`) as one JSON column of another statement. */
export const teamJson = (
  caseId: string,
) => sql`(select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'role', t.role) order by t.name), '[]')
  from (select distinct u.id, u.name, u.role from app.case_members m join access.users u on u.id = m.user_id and u.active
    where m.case_id = ${caseId} and m.until is null and m.capacity in ('LEAD', 'MEMBER')) t)`

export const isOnTeam = async (ctx: Pick<Ctx, 'tx'>, caseId: string, userId: string): Promise<boolean> =>
  (await colleagues(ctx, caseId)).some(({ id }) => id === userId)
