import { type SQL, sql } from 'drizzle-orm'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'

/** As JSON carries it: `at` an ISO instant, `words` sealed, base64. */
export type AppointmentJson = {
  id: string
  kind: string | null
  at: string
  withId: string | null
  along: string | null
  state: string
  reason: string | null
  version: number
  keyId: string
  words: string
}

/** Of a row named `a`, as `AppointmentJson` has it. */
export const columns = sql`a.id, a.kind, to_char(a.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "at", a.with_id as "withId",
  (select u.name from access.users u where u.id = a.with_id) as along, a.state, a.reason, a.version, a.key_id as "keyId",
  replace(encode(a.words, 'base64'), E'\n', '') as words`

/** Every appointment of a case inside the reader's reach: those to come, the nearest first, then those that are over, the latest first. */
export const appointmentsJson = (actor: Actor, caseId: string): SQL => sql`(select json_agg(x) from (
  select ${columns} from app.appointments a where a.case_id = ${caseId} and ${inReachedCase(actor, placeOf('a'))}
  order by a.state = 'PLANNED' desc, case when a.state = 'PLANNED' then a.starts_at end, a.starts_at desc, a.booked_at desc limit 200) x)`
