import { type SQL, sql } from 'drizzle-orm'
import { inSupervisedOffice, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { isCaseworker } from '@/lib/platform/access/roles'

/** Whose turn it is on a living case. The database draws it with what is most pressing there (app.steps_of). */
export type Turn = 'TEAM' | 'SUPERVISOR' | 'PARTNER'

/**
 * Which lines of living cases (`l`, app.case_lines) exist for this actor: those of the cases within their reach. Only cases that
 * are worked on are looked at, not one's whole past. Row security says the same on its own.
 */
export const linesWithin = (actor: Actor): SQL => {
  const { officeId, sensitivity } = placeOf('l')
  const own = sql`l.case_id = any(array(select access.my_live_case_ids()))`
  const reached = sql`(${own} or (${sensitivity} = 'S3' and ${inSupervisedOffice(actor, officeId)}))`
  return isCaseworker(actor.role) ? sql`(${reached} or l.lead_id = ${actor.userId})` : reached
}

/** It is this very person who is to act: the lead of the case, or a supervisor who decides. */
export const isTheirs = ({ role, userId }: Actor, line: { turn: Turn; leadId: string }): boolean =>
  role === 'SUPERVISOR' ? line.turn === 'SUPERVISOR' : line.turn === 'TEAM' && line.leadId === userId

/** The same in SQL, of a line `l`. */
export const theirs = ({ role, userId }: Actor): SQL =>
  role === 'SUPERVISOR' ? sql`l.turn = 'SUPERVISOR'` : sql`(l.turn = 'TEAM' and l.lead_id = ${userId})`
