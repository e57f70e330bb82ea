import { type SQL, sql } from 'drizzle-orm'
import { inReachedCase } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { caseTransfers } from '@/lib/platform/db/schema'

/** Offers that are this supervisor's to answer: for an office of theirs, or of a restricted case asked of them by name. */
export const askedOf = ({ role, userId, offices }: Actor): SQL =>
  role === 'SUPERVISOR'
    ? sql`(${caseTransfers.kind} = 'INTERNAL' and ${caseTransfers.toOffice} = any(${sql.param(`{${offices.join(',')}}`)}::text[])
        and (${caseTransfers.toSupervisor} = ${userId} or (${caseTransfers.toSupervisor} is null and ${caseTransfers.sensitivity} = 'S3')))`
    : sql`false`

/** Which offers exist for this actor: of the cases in their reach, and those they are asked to answer, until a day after. */
export const within = (actor: Actor): SQL =>
  sql`(${inReachedCase(actor, caseTransfers)} or (${askedOf(actor)} and (${caseTransfers.state} = 'OFFERED'
    or ${caseTransfers.answeredAt} > ${actor.now.toISOString()}::timestamptz - interval '1 day')))`
