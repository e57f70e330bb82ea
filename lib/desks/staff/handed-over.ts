import { inArray, sql } from 'drizzle-orm'
import { within } from '@/lib/casework/cases/within'
import { cases } from '@/lib/platform/db/schema'
import type { Reading } from '@/lib/platform/gate/read'

/** A case that this supervisor handed over, and who leads it now. */
export type Handed = { code: string; lead: string }

/** Of these codes those that the reader did hand over, as the case's own events have it: an address proves nothing. One statement. */
export async function handedOver({ tx, actor }: Reading, codes: readonly string[]): Promise<Handed[]> {
  if (codes.length === 0) return []
  return await tx.execute<Handed>(sql`select ${cases.code}, u.name as lead from ${cases}
    join access.users u on u.id = ${cases.leadId}
    where ${inArray(cases.code, [...codes])} and ${within(actor)} and exists (select from app.case_events e
      where e.case_id = ${cases.id} and e.verb = 'hand-over' and e.actor_id = ${actor.userId})
    order by ${cases.code}`)
}
