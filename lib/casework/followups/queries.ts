import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { followUps } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Attempt } from './lost-contact'
import { within } from './within'

/** So many are shown; a case is followed up some dozens of times at most. */
const SHOWN = 200

/** As JSON carries it: ISO days and instants; `words` sealed, base64. */
export type FollowUpJson = {
  id: string
  type: string
  channel: string
  on: string
  outcome: string
  result: string | null
  nextOn: string | null
  laterReason: string | null
  by: string
  keyId: string | null
  words: string | null
}
export type ReviewJson = {
  id: string
  on: string
  saidWith: string
  changed: string[]
  leadsTo: string
  by: string
  keyId: string | null
  words: string | null
}

const base64 = (column: string) => sql.raw(`replace(encode(${column}, 'base64'), E'\\n', '')`)

/** Everything by which a person was followed up, attempts among it, newest first, inside the reader's reach. */
export const followUpsJson = (actor: Actor, caseId: string): SQL => sql`(select json_agg(x) from (
  select f.id, f.type, f.channel, f.on_day::text as "on", f.outcome, f.result, f.next_on::text as "nextOn",
    f.later_reason as "laterReason", u.name as "by", f.key_id as "keyId", ${base64('f.words')} as words
  from app.follow_ups f join access.users u on u.id = f.recorded_by
  where f.case_id = ${caseId} and ${inReachedCase(actor, placeOf('f'))}
  order by f.on_day desc, f.recorded_at desc limit ${SHOWN}) x)`

/** Every review of a case, newest first, inside the reader's reach. */
export const reviewsJson = (actor: Actor, caseId: string): SQL => sql`(select json_agg(x) from (
  select v.id, v.on_day::text as "on", v.said_with as "saidWith", v.changed, v.leads_to as "leadsTo", u.name as "by",
    v.key_id as "keyId", ${base64('v.words')} as words
  from app.case_reviews v join access.users u on u.id = v.reviewed_by
  where v.case_id = ${caseId} and ${inReachedCase(actor, placeOf('v'))}
  order by v.on_day desc, v.reviewed_at desc limit ${SHOWN}) x)`

/** Attempts of a case by day, for whoever judges whether its contact is lost. */
export const attemptsOf = async ({ tx, actor }: Ctx, caseId: string): Promise<Attempt[]> =>
  tx
    .select({ channel: followUps.channel, on: followUps.onDay })
    .from(followUps)
    .where(and(eq(followUps.caseId, caseId), eq(followUps.type, 'FAILED'), within(actor)))
    .orderBy(asc(followUps.onDay))
