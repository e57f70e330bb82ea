import { eq } from 'drizzle-orm'
import { planActions } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { changedWhileWaiting } from './ask-approval'
import { skipForm } from './form'
import { onAction } from './on-plan'
import { mayGoOn, stillOpen } from './policy'

/** It is not done, and why: a coded reason that the plan shows. */
export const skipAction = verb({
  ...onAction,
  name: 'plan.skip',
  form: skipForm,
  page: ({ code, id }) => `/cases/${code}/plan/actions/${id}/skip`,
  policy: (actor, { reach, action }) => {
    const verdict = mayGoOn(actor, reach)
    return verdict.allowed ? stillOpen(action) : verdict
  },
  apply: async (ctx, { reach, action }, { skipReason }) => {
    const { tx, actor } = ctx
    await tx
      .update(planActions)
      .set({
        state: 'SKIPPED',
        skipReason,
        endedBy: actor.userId,
        endedAt: actor.now,
        version: action.version + 1,
      })
      .where(eq(planActions.id, action.id))
    await changedWhileWaiting(ctx, reach.record.id)
    const location = `/cases/${reach.record.code}/plan?done=skipped&which=${action.id}`
    return { location, id: action.id, detail: { reason: skipReason } }
  },
})
