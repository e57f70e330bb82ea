import { asc, eq } from 'drizzle-orm'
import { caseEvents, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** What happened to the case itself, oldest first: appended by the database with each move. */
export const eventsOfCase = ({ tx }: Pick<Ctx, 'tx'>, caseId: string) =>
  tx
    .select({
      verb: caseEvents.verb,
      from: caseEvents.fromState,
      to: caseEvents.toState,
      at: caseEvents.at,
      actor: users.name,
      reason: caseEvents.reason,
    })
    .from(caseEvents)
    .leftJoin(users, eq(users.id, caseEvents.actorId))
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.id))
