import { sql } from 'drizzle-orm'
import { inReachedCase } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { samePerson } from '@/lib/platform/db/schema'

/** Which pairs of files exist for this actor: those of which they may open both. */
export const within = (actor: Actor) =>
  sql`(${inReachedCase(actor, samePerson)} and ${inReachedCase(actor, {
    caseId: samePerson.intoCaseId,
    officeId: samePerson.intoOfficeId,
    sensitivity: samePerson.intoSensitivity,
  })})`
