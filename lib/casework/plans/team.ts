import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { caseMembers, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** The colleagues of a case's team, by name: who can be given an action. The case is in reach already. */
export const teamOf = ({ tx }: Pick<Ctx, 'tx'>, caseId: string) =>
  tx
    .selectDistinct({ id: users.id, name: users.name, role: users.role })
    .from(caseMembers)
    .innerJoin(users, and(eq(users.id, caseMembers.userId), eq(users.active, true)))
    .where(
      and(
        eq(caseMembers.caseId, caseId),
        isNull(caseMembers.until),
        inArray(caseMembers.capacity, ['LEAD', 'MEMBER']),
      ),
    )
    .orderBy(users.name)

/** The same as one JSON column of another statement. */
export const teamJson = (
  caseId: string,
) => sql`(select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'role', t.role) order by t.name), '[]')
  from (select distinct u.id, u.name, u.role from app.case_members m join access.users u on u.id = m.user_id and u.active
    where m.case_id = ${caseId} and m.until is null and m.capacity in ('LEAD', 'MEMBER')) t)`

export const isOnTeam = async (ctx: Pick<Ctx, 'tx'>, caseId: string, userId: string): Promise<boolean> =>
  (await teamOf(ctx, caseId)).some(({ id }) => id === userId)
