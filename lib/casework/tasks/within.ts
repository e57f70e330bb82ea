import { inArray, sql } from 'drizzle-orm'
import { inReachedCase, inSupervisedOffice } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { tasks } from '@/lib/platform/db/schema'
import { kindsOf } from './kinds'

/**
 * Which tasks exist for this actor: they follow what they point at. A region's deputy also reads a supervisor's tasks of
 * restricted cases on which nobody named can decide any more.
 */
export const within = (actor: Actor) =>
  sql`((${tasks.alertId} is null and ${inReachedCase(actor, tasks)})
    or (${tasks.alertId} is not null and ${inSupervisedOffice(actor, tasks.officeId)})
    or (${tasks.caseId} = any(array(select access.orphaned_case_ids())) and ${inArray(tasks.kind, kindsOf('SUPERVISOR'))}))`
