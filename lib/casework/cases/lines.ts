import { type SQL, sql } from 'drizzle-orm'
import { isLate } from '@/lib/base/time/late'
import { inSupervisedOffice, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { isCaseworker } from '@/lib/platform/access/roles'
import { late } from '@/lib/platform/db/late'

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

/**
 * Whose turn it is now. Care in time that a partner has accepted is theirs until the hour it always had, then the team's again:
 * nothing draws the line anew as time goes by, so it is read so. `due`: ms.
 */
export const turnNow = (
  line: { turn: Turn; subjectType: string | null; due: number | null },
  now: Date,
): Turn =>
  line.turn === 'PARTNER' && line.subjectType === 'task' && line.due !== null && isLate(line.due, now)
    ? 'TEAM'
    : line.turn

/** The same in SQL, of a line `l`. */
const turnNowSql = (now: Date): SQL =>
  sql`(case when l.turn = 'PARTNER' and l.subject_type = 'task' and ${late(sql`l.due_at`, now)} then 'TEAM' else l.turn end)`

/** It is this very person who is to act: the lead of the case, or a supervisor who decides, a closing among it. */
export const isTheirs = (
  { role, userId }: Actor,
  line: { turn: Turn; leadId: string; state: string },
): boolean =>
  role === 'SUPERVISOR'
    ? line.turn === 'SUPERVISOR' || line.state === 'PENDING_CLOSURE'
    : line.turn === 'TEAM' && line.leadId === userId

/** The same in SQL, of a line `l`. */
export const theirs = ({ role, userId, now }: Actor): SQL =>
  role === 'SUPERVISOR'
    ? sql`(l.turn = 'SUPERVISOR' or l.state = 'PENDING_CLOSURE')`
    : sql`(${turnNowSql(now)} = 'TEAM' and l.lead_id = ${userId})`

/** A partner is to act, or not, of a line `l`. */
export const atPartner = (now: Date): SQL => sql`${turnNowSql(now)} = 'PARTNER'`
