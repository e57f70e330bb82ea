import { sql } from 'drizzle-orm'
import { supervised } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { caseRoles } from '@/lib/platform/access/roles'

/** Which kept views `v` exist for this actor: their own, and those of their offices where they work on cases. */
export const within = ({ role, userId, offices }: Actor) =>
  caseRoles.includes(role)
    ? sql`(v.owner_id = ${userId}::uuid or v.office_id = any(${sql.param(`{${offices.join(',')}}`)}::text[]))`
    : sql`false`

/** Which of them are this actor's to name and to drop: their own, and as a supervisor those of their offices. */
export const theirs = (actor: Actor) =>
  sql`coalesce(v.owner_id = ${actor.userId}::uuid or v.office_id = any(${supervised(actor)}), false)`
