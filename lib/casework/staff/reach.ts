import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { isCaseworker } from '@/lib/platform/access/roles'

/** Where a row stands: the case it hangs on, whose office and reach it has. */
export type Place = { caseId: SQLWrapper; officeId: SQLWrapper; sensitivity: SQLWrapper }

/** The same of a table that a statement calls by another name; `id` is its column with the case. */
export const placeOf = (alias: string, id: 'id' | 'case_id' = 'case_id'): Place => ({
  caseId: sql.raw(`${alias}.${id}`),
  officeId: sql.raw(`${alias}.office_id`),
  sensitivity: sql.raw(`${alias}.sensitivity`),
})

/** The cases somebody is on now, asked once a statement. */
const joined = ({ userId }: Actor) =>
  sql`array(select m.case_id from app.case_members m where m.user_id = ${userId} and m.until is null)`

/** The offices a supervisor decides for; nobody else decides for an office. */
export const supervised = ({ role, offices }: Actor) =>
  sql`${sql.param(`{${role === 'SUPERVISOR' ? offices.join(',') : ''}}`)}::text[]`

/** A row of one of the actor's own cases: as caseworker, or as the supervisor named on it. */
export const onOwnCase = (actor: Actor, caseId: SQLWrapper): SQL =>
  isCaseworker(actor.role) || actor.role === 'SUPERVISOR'
    ? sql`${caseId} = any(${joined(actor)})`
    : sql`false`

export const inSupervisedOffice = (actor: Actor, officeId: SQLWrapper): SQL =>
  sql`${officeId} = any(${supervised(actor)})`

/**
 * The rows of cases that exist for this actor: of their own cases, and for a supervisor the ordinary ones of their
 * offices. Row security says the same on its own. Every noun's `within` rests on it.
 */
export const inReachedCase = (actor: Actor, { caseId, officeId, sensitivity }: Place): SQL =>
  // The office first: whoever supervises it need not look up every case of their own.
  sql`((${sensitivity} = 'S3' and ${inSupervisedOffice(actor, officeId)}) or ${onOwnCase(actor, caseId)})`
