import { eq } from 'drizzle-orm'
import { planActions } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { changedWhileWaiting } from './ask-approval'
import { chosenDay } from './chosen-day'
import { moveDateForm } from './form'
import { onAction } from './on-plan'
import { mayGoOn, stillOpen } from './policy'

/** Another date, with its reason. Chosen by somebody, it is not counted again when the risk changes. */
export const moveDate = verb({
  ...onAction,
  name: 'plan.move-date',
  form: moveDateForm,
  page: ({ code, id }) => `/cases/${code}/plan/actions/${id}/date`,
  policy: (actor, { reach, action }) => {
    const verdict = mayGoOn(actor, reach)
    return verdict.allowed ? stillOpen(action) : verdict
  },
  apply: async (ctx, { reach, action }, { newDate, dateReason }) => {
    const chosen = chosenDay(ctx, newDate)
    if ('fault' in chosen) return { invalid: { newDate: chosen.fault } }
    await ctx.tx
      .update(planActions)
      .set({ dueAt: chosen.at, dueBy: 'CHOSEN', movedReason: dateReason, version: action.version + 1 })
      .where(eq(planActions.id, action.id))
    await changedWhileWaiting(ctx, reach.record.id)
    const detail = { reason: dateReason, on: newDate }
    return { location: `/cases/${reach.record.code}/plan?done=date`, id: action.id, detail }
  },
})
