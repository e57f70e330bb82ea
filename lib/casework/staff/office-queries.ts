import { and, asc, eq, isNull } from 'drizzle-orm'
import { caseMembers, userOffices, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Colleague } from './colleagues'

type Of = { id: string; officeId: string }

/** Active staff of a case's office, by name, each with what they are on the case. */
export const staffOf = async (ctx: Pick<Ctx, 'tx'>, of: Of): Promise<Colleague[]> => staffQuery(ctx, of)

/** The same, to stand inside another statement. */
export const staffQuery = ({ tx }: Pick<Ctx, 'tx'>, { id, officeId }: Of) =>
  tx
    .select({
      id: users.id,
      name: users.name,
      role: users.role,
      languages: users.languages,
      capacity: caseMembers.capacity,
    })
    .from(users)
    .innerJoin(userOffices, eq(userOffices.userId, users.id))
    .leftJoin(
      caseMembers,
      and(eq(caseMembers.userId, users.id), eq(caseMembers.caseId, id), isNull(caseMembers.until)),
    )
    .where(and(eq(userOffices.officeId, officeId), eq(users.active, true)))
    .orderBy(asc(users.role), asc(users.name))
