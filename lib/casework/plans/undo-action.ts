import { eq } from 'drizzle-orm'
import { planActions } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { changedWhileWaiting } from './ask-approval'
import { undoForm } from './form'
import { onPlan } from './on-plan'
import { mayGoOn, mayUndo } from './policy'
import { countedAgain } from './redate'
import { actionInReach } from './scope'

/** Pressed by mistake: the action is open again, with its date, counted by the risk as it is now. */
export const undoAction = verb({
  ...onPlan,
  name: 'plan.undo',
  form: undoForm,
  page: ({ code }) => `/cases/${code}/plan`,
  scope: (ctx, { code }, { which }) => actionInReach(ctx, code, which),
  policy: (actor, { reach, action }) => {
    const verdict = mayGoOn(actor, reach)
    if (!verdict.allowed) return verdict
    return mayUndo(actor, action) ? allowed : denied('plan-not-to-undo')
  },
  apply: async (ctx, { reach, action }) => {
    const { tx, actor } = ctx
    const counted = countedAgain(action, reach.record.risk)
    const moved = counted && counted.dueAt.getTime() !== action.dueAt.getTime()
    await tx
      .update(planActions)
      .set({
        state: 'OPEN',
        ...(moved && { ...counted, redatedAt: actor.now }),
        doneOn: null,
        skipReason: null,
        endedBy: null,
        endedAt: null,
        version: action.version + 1,
      })
      .where(eq(planActions.id, action.id))
    if (action.state === 'SKIPPED') await changedWhileWaiting(ctx, reach.record.id)
    return { location: `/cases/${reach.record.code}/plan?done=undone`, id: action.id }
  },
})
