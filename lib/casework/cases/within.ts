import { sql } from 'drizzle-orm'
import { inReachedCase } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { isCaseworker } from '@/lib/platform/access/roles'
import { cases } from '@/lib/platform/db/schema'

/** Which cases exist for this actor. Whoever leads one is on it; the lead's own column is the shorter way. */
export const within = (actor: Actor) => {
  const reached = inReachedCase(actor, {
    caseId: cases.id,
    officeId: cases.officeId,
    sensitivity: cases.sensitivity,
  })
  return isCaseworker(actor.role) ? sql`(${cases.leadId} = ${actor.userId} or ${reached})` : reached
}
