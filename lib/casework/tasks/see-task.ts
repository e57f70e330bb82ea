import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { form } from '@/lib/base/forms/form'
import { isUuid } from '@/lib/base/forms/uuid'
import { tasks } from '@/lib/platform/db/schema'
import { nameOf } from '@/lib/platform/gate/overtaken'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { endTask } from './end-task'
import { seenKinds, type TaskKind } from './kinds'
import { neverWaits } from './may-wait'
import { overNow } from './over'
import { ableHolder } from './queries'
import { heldByOther } from './waiting-item'
import { within } from './within'

const seeForm = form({ noun: 'cases', fields: {} })

/** A task that is done by having looked, if it is this supervisor's turn, or was somebody's and is done. */
async function mine({ tx, actor }: Ctx, id: string | undefined) {
  if (!isUuid(id)) return undefined
  const [row] = await tx
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.id, id),
        within(actor),
        inArray(tasks.kind, seenKinds),
        or(ne(tasks.state, 'OPEN'), isNull(ableHolder), eq(ableHolder, actor.userId)),
      ),
    )
  return row
}

const back = [{ href: '/queue?kind=task', label: 'forms.overtaken-queue' as const }]

/** The supervisor has looked: the task ends, with who and when. */
export const seeTask = verb({
  name: 'task.see',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: seeForm,
  page: () => '/queue?kind=task',
  scope: (ctx, { id }) => mine(ctx, id),
  policy: (_, { state }) => (state === 'OPEN' ? allowed : denied('task-over')),
  held: async (ctx, { id, kind }) => !neverWaits(kind) && (await heldByOther(ctx, id)),
  overtaken: async ({ tx }, { state, doneBy, doneAt }, reason) =>
    reason === 'task-over'
      ? { by: await nameOf(tx, doneBy), at: doneAt, now: overNow(state), links: back }
      : undefined,
  audit: ({ id = '' }, task) => ({ type: 'task', id, caseId: task?.caseId ?? null }),
  apply: async (ctx, { kind, subjectType, subjectId }) => {
    const subject = { type: subjectType, id: subjectId }
    const ended = await endTask(ctx, { kind: kind as TaskKind, subject, outcome: 'SEEN' })
    return ended ? { location: '/queue?kind=task' } : { conflict: true }
  },
})
