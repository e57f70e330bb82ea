import { eq } from 'drizzle-orm'
import { isoDayOf } from '@/lib/base/time/days'
import { planActions } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { doForm } from './form'
import { onAction, onPlan } from './on-plan'
import { mayGoOn, stillOpen } from './policy'
import { actionInReach } from './scope'

/** It is done, today or on the day that is said. Pressed in the plan itself; the next page takes it back. */
export const doAction = verb({
  ...onPlan,
  name: 'plan.do',
  form: doForm,
  page: ({ code }, { which }) => (which ? `/cases/${code}/plan/actions/${which}` : `/cases/${code}/plan`),
  scope: (ctx, { code }, { which }) => actionInReach(ctx, code, which),
  policy: (actor, { reach, action }) => {
    const verdict = mayGoOn(actor, reach)
    return verdict.allowed ? stillOpen(action) : verdict
  },
  overtaken: onAction.overtaken,
  apply: async (ctx, { reach: { record }, action }, { doneOn }) => {
    const today = isoDayOf(ctx.actor.now)
    const on = doneOn || today
    if (on > today) return { invalid: { doneOn: 'in-future' } }
    if (on < isoDayOf(new Date(record.openedAt.getTime() - 7 * 86_400_000)))
      return { invalid: { doneOn: 'before-opening' } }
    await ctx.tx
      .update(planActions)
      .set({
        state: 'DONE',
        doneOn: on,
        endedBy: ctx.actor.userId,
        endedAt: ctx.actor.now,
        version: action.version + 1,
      })
      .where(eq(planActions.id, action.id))
    const location = `/cases/${record.code}/plan?done=done&which=${action.id}`
    return { location, id: action.id, detail: { on } }
  },
})
