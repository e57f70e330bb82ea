import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { caseMembers, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

export type OnTeam = { id: string; name: string; role: string }

/** Who works on a case now, as far as its team is in the session's reach. */
export const colleagues = async ({ tx }: Pick<Ctx, 'tx'>, caseId: string): Promise<OnTeam[]> =>
  tx
    .select({ id: users.id, name: users.name, role: users.role })
    .from(caseMembers)
    .innerJoin(users, eq(users.id, caseMembers.userId))
    .where(
      and(
        eq(caseMembers.caseId, caseId),
        isNull(caseMembers.until),
        inArray(caseMembers.capacity, ['LEAD', 'MEMBER']),
        eq(users.active, true),
      ),
    )
    .orderBy(asc(users.name))

/** The same as one value beside others of a statement. */
export const teamJson = (caseId: string): SQL => sql`(select json_agg(x order by x.name) from (
  select u.id, u.name, u.role from app.case_members m join access.users u on u.id = m.user_id
    where m.case_id = ${caseId} and m.until is null and m.capacity in ('LEAD', 'MEMBER') and u.active) x)`
