import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { inReachedCase, onOwnCase, type Place } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { notes } from '@/lib/platform/db/schema'

type Sealed = Place & { compartment: SQLWrapper; keyId: SQLWrapper }

/** The keys that somebody holds, asked once a statement. */
const held = ({ userId }: Actor) =>
  sql`array(select h.key_id from vault.key_holders h where h.user_id = ${userId} and h.until is null)`

/**
 * Which notes exist for this actor: the team's with the case; a sealed one for whoever of its discipline holds its key, on the
 * case alone. What hangs on a note is found by the same rule.
 */
const withinOf = (actor: Actor, row: Sealed): SQL =>
  sql`((${row.compartment} = 'TEAM' and ${inReachedCase(actor, row)})
    or (${row.compartment} = ${actor.role} and ${onOwnCase(actor, row.caseId)} and ${row.keyId} = any(${held(actor)})))`

export const within = (actor: Actor): SQL => withinOf(actor, notes)
