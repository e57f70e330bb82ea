import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { directoryEntries } from '@/lib/platform/db/schema'

/** Which entries of the directory exist for this actor: all for our own people, for a partner its agency's in the offices of its base. */
export const within = (actor: Actor) =>
  actor.partner === null
    ? undefined
    : and(
        eq(directoryEntries.partnerCode, actor.partner),
        sql`${directoryEntries.officeId} = any(array(select access.base_offices()))`,
      )
