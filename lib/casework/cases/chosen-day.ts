import { type SQL, sql } from 'drizzle-orm'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { ChosenDay } from './due'

type Row = Omit<ChosenDay, 'at'> & { at: string }
const read = (row: Row): ChosenDay => ({ ...row, at: new Date(row.at) })

/** The newest day that was set with the person of a case, as a query inside the reader's reach. */
const newest = (actor: Actor, caseId: string): SQL => sql`
  select f.next_on::text as "on", f.on_day::text as "day", f.risk, f.later_reason as "laterReason",
    to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "at"
  from app.follow_ups f where f.case_id = ${caseId} and f.next_on is not null and ${inReachedCase(actor, placeOf('f'))}
  order by f.on_day desc, f.recorded_at desc limit 1`

/** The newest day that was set with the person of a case, whether or not it still holds (`due.ts`). */
export async function chosenDay({ tx, actor }: Ctx, caseId: string): Promise<ChosenDay | null> {
  const [row] = await tx.execute<Row>(newest(actor, caseId))
  return row ? read(row) : null
}

/** The same as one JSON value beside other things, and read back. */
export type ChosenJson = Row | null
export const chosenJson = (actor: Actor, caseId: string): SQL =>
  sql`(select row_to_json(chosen) from (${newest(actor, caseId)}) chosen)`
export const readChosen = (json: ChosenJson): ChosenDay | null => json && read(json)
