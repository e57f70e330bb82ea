import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { caseRoles } from '@/lib/platform/access/roles'
import { userOffices, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** Colleagues of an office who can confirm as a second person that asking was not possible. */
export const colleaguesOf = ({ tx, actor }: Ctx, officeId: string) =>
  tx
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .innerJoin(userOffices, eq(userOffices.userId, users.id))
    .where(
      and(
        eq(userOffices.officeId, officeId),
        eq(users.active, true),
        inArray(users.role, [...caseRoles]),
        ne(users.id, actor.userId),
      ),
    )
    .orderBy(asc(users.role), asc(users.name))

/** Whether this colleague may be the second person; an empty id asks for nobody. */
export async function mayConfirm(ctx: Ctx, officeId: string, userId: string): Promise<boolean> {
  return userId === '' || (await colleaguesOf(ctx, officeId)).some(({ id }) => id === userId)
}
