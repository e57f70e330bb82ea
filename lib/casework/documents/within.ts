import { sql } from 'drizzle-orm'
import { inReachedCase, onOwnCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { isCaseworker } from '@/lib/platform/access/roles'

/** Which documents `d` exist for this actor: those of the cases in their reach, whoever may open them. */
export const within = (actor: Actor) => inReachedCase(actor, placeOf('d'))

/**
 * Which of them open: the team's and what an agency sent with the case, a discipline's for whoever of it holds the key on the case, the rest for their author and the
 * lead.
 */
export const opens = (actor: Actor) => {
  const onCase = onOwnCase(actor, sql.raw('d.case_id'))
  const held = sql`array(select h.key_id from vault.key_holders h where h.user_id = ${actor.userId}::uuid and h.until is null)`
  const own = sql`(d.added_by = ${actor.userId}::uuid or exists (select from app.cases l where l.id = d.case_id and l.lead_id = ${actor.userId}::uuid))`
  return sql`(d.withdrawn_at is null and ((d.reader in ('TEAM', 'AGENCY') and ${within(actor)})
    or (d.reader = ${actor.role} and ${onCase} and d.key_id = any(${held}))
    or (d.reader = 'LEAD' and ${isCaseworker(actor.role)}::boolean and ${onCase} and ${own})))`
}
