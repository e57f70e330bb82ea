import { and, eq, inArray } from 'drizzle-orm'
import { form } from '@/lib/base/forms/form'
import { isUuid } from '@/lib/base/forms/uuid'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { caseMembers, cases, tasks } from '@/lib/platform/db/schema'
import { nameOf } from '@/lib/platform/gate/overtaken'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { endTask } from './end-task'
import { doneKinds, type TaskKind } from './kinds'
import { overNow } from './over'
import { within } from './within'

const doneForm = form({ noun: 'cases', fields: {} })

/** Work of the team that is done by saying so, on a case of one's own. */
async function ofTeam({ tx, actor }: Ctx, id: string | undefined) {
  if (!isUuid(id)) return undefined
  const [row] = await tx
    .select({ task: tasks, code: cases.code })
    .from(tasks)
    .innerJoin(cases, eq(cases.id, tasks.caseId))
    .innerJoin(caseMembers, and(eq(caseMembers.caseId, tasks.caseId), eq(caseMembers.userId, actor.userId)))
    .where(and(eq(tasks.id, id), within(actor), inArray(tasks.kind, doneKinds)))
  return row
}

/** Somebody of the team has done it: the task ends, with who and when. */
export const doTask = verb({
  name: 'task.do',
  session: 'staff',
  roles: caseworkerRoles,
  form: doneForm,
  page: () => '/work',
  scope: (ctx, { id }) => ofTeam(ctx, id),
  policy: (_, { task }) => (task.state === 'OPEN' ? allowed : denied('task-over')),
  overtaken: async ({ tx }, { task, code }, reason) =>
    reason === 'task-over'
      ? {
          by: await nameOf(tx, task.doneBy),
          at: task.doneAt,
          now: overNow(task.state),
          links: [{ href: `/cases/${code}`, label: 'forms.overtaken-open' }],
        }
      : undefined,
  audit: ({ id = '' }, found) => ({ type: 'task', id, caseId: found?.task.caseId ?? null }),
  apply: async (ctx, { task, code }) => {
    const subject = { type: task.subjectType, id: task.subjectId }
    const ended = await endTask(ctx, { kind: task.kind as TaskKind, subject, outcome: 'SAID_DONE' })
    // Back to where one read what to do.
    const location =
      task.kind === 'CALL_PARTNER' ? `/referrals/${subject.id}?done=called` : `/cases/${code}?done=task`
    return ended ? { location } : { conflict: true }
  },
})
