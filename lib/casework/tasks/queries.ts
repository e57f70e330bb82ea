import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { tasks, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { kindsOf, type TaskKind } from './kinds'
import { within } from './within'

/** The holder as far as they can still see and act; else nobody, and the task is everybody's who can. */
export const ableHolder = sql<string | null>`case
  when ${tasks.holderId} is null then null
  when ${inArray(tasks.kind, kindsOf('SUPERVISOR'))}
    then case when app.supervisor_can_act(${tasks.holderId}, ${tasks.caseId}, ${tasks.officeId}, ${tasks.sensitivity}) then ${tasks.holderId} end
  else case when app.colleague_can_act(${tasks.holderId}, ${tasks.caseId}) then ${tasks.holderId} end end`

const listed = {
  id: tasks.id,
  kind: sql<TaskKind>`${tasks.kind}`,
  subjectType: tasks.subjectType,
  subjectId: tasks.subjectId,
  caseId: tasks.caseId,
  officeId: tasks.officeId,
  sensitivity: tasks.sensitivity,
  dueAt: tasks.dueAt,
  reason: tasks.reason,
  openedAt: tasks.openedAt,
  holder: ableHolder,
}

/** Open tasks of one case, most pressing first, inside the actor's reach. */
export const tasksOfCase = ({ tx, actor }: Ctx, caseId: string) =>
  tx
    .select({ ...listed, holderName: users.name })
    .from(tasks)
    .leftJoin(users, eq(users.id, ableHolder))
    .where(and(eq(tasks.caseId, caseId), eq(tasks.state, 'OPEN'), within(actor)))
    .orderBy(sql`${tasks.dueAt} asc nulls last`, asc(tasks.id))

/** Open tasks that are this person's turn: held by them, or by nobody who still can. */
export const myTasks = ({ tx, actor }: Ctx, side: 'TEAM' | 'SUPERVISOR') =>
  tx
    .select(listed)
    .from(tasks)
    .where(
      and(
        within(actor),
        eq(tasks.state, 'OPEN'),
        inArray(tasks.kind, kindsOf(side)),
        or(isNull(ableHolder), eq(ableHolder, actor.userId)),
      ),
    )
    .orderBy(sql`${tasks.dueAt} asc nulls last`, asc(tasks.id))
