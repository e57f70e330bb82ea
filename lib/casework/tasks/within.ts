import { inArray, notInArray, sql } from 'drizzle-orm'
import { inReachedCase, inSupervisedOffice } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { tasks } from '@/lib/platform/db/schema'
import { kindsOf, type TaskKind } from './kinds'

/** The second word about sealed notes: for whoever may say it. */
const OPENINGS: TaskKind[] = ['OPENING_DISCIPLINE', 'OPENING_SUPERVISION']

/**
 * Which tasks exist for this actor: they follow what they point at. A region's deputy also reads a supervisor's tasks of
 * restricted cases on which nobody named can decide any more.
 */
export const within = (actor: Actor) =>
  sql`(((${tasks.alertId} is null and ${inReachedCase(actor, tasks)}
      and (${notInArray(tasks.kind, OPENINGS)} or ${tasks.subjectId} = any(array(select o.id from app.openings_for_me() o))))
    or (${tasks.alertId} is not null and ${inSupervisedOffice(actor, tasks.officeId)})
    or (${tasks.caseId} = any(array(select access.orphaned_case_ids())) and ${inArray(tasks.kind, kindsOf('SUPERVISOR'))})))`
