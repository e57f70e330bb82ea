import { sql } from 'drizzle-orm'
import { inReachedCase, onOwnCase } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { notes } from '@/lib/platform/db/schema'

/** Which notes exist for this actor: the team's with the case, a sealed one for its own discipline on the case alone. */
export const within = (actor: Actor) =>
  sql`((${notes.compartment} = 'TEAM' and ${inReachedCase(actor, notes)})
    or (${notes.compartment} = ${actor.role} and ${onOwnCase(actor, notes.caseId)}))`
