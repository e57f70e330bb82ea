import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { caseRoles } from '@/lib/platform/access/roles'
import { userOffices, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** Somebody who works with cases, is active, and is not the one asking: the same team or another, of any office. */
const able = ({ actor }: Pick<Ctx, 'actor'>) =>
  and(eq(users.active, true), inArray(users.role, [...caseRoles]), ne(users.id, actor.userId))

/** Who can confirm as a second person that asking was not possible; people of the case's office first. */
export function secondPeople(ctx: Ctx, officeId: string) {
  const near = sql<boolean>`exists (select from ${userOffices} o where o.user_id = ${users.id} and o.office_id = ${officeId})`
  return ctx.tx
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(able(ctx))
    .orderBy(sql`${near} desc`, asc(users.role), asc(users.name))
}

/** Whether this person can be the second one. */
export async function maySecond(ctx: Ctx, userId: string): Promise<boolean> {
  const [row] = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), able(ctx)))
  return row !== undefined
}
