import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
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
