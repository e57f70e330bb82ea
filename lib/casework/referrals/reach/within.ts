import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { inReachedCase } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { harmReports, referrals } from '@/lib/platform/db/schema'

/** Which referrals exist for this actor: our own people's with the case, a partner's those that were sent to its agency, for the offices of its base; what it received stays with it when the case moves to another office. Whoever came by a link: the one it is for. */
export const within = (actor: Actor) =>
  actor.partner === null
    ? inReachedCase(actor, referrals)
    : and(
        eq(referrals.partnerCode, actor.partner),
        isNotNull(referrals.sentAt),
        actor.link ? eq(referrals.id, actor.link) : undefined,
        sql`coalesce(${referrals.baseOfficeId}, ${referrals.officeId}) = any(array(select access.base_offices()))`,
      )

/** Which reports of harm exist for this actor: with the case, and never for a partner. */
export const harmWithin = (actor: Actor) => inReachedCase(actor, harmReports)
