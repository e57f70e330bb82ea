import { eq } from 'drizzle-orm'
import { planActions } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { denied } from '@/lib/platform/gate/verdict'
import { handForm } from './form'
import { onAction } from './on-plan'
import { mayGoOn, stillOpen } from './policy'
import { isOnTeam } from './team'

/** Given to a colleague of the team, who finds it among their own work. */
export const handAction = verb({
  ...onAction,
  name: 'plan.hand-over',
  form: handForm,
  page: ({ code, id }) => `/cases/${code}/plan/actions/${id}/hand-over`,
  policy: (actor, { reach, action }) => {
    const verdict = mayGoOn(actor, reach)
    if (!verdict.allowed) return verdict
    return action.owner === 'US' ? stillOpen(action) : denied('plan-not-ours')
  },
  apply: async (ctx, { reach, action }, { colleague }) => {
    const { tx, actor } = ctx
    const able = colleague !== action.holderId && (await isOnTeam(ctx, reach.record.id, colleague))
    if (!able) return { invalid: { colleague: 'not-a-code' } }
    await tx
      .update(planActions)
      .set({ holderId: colleague, handedBy: actor.userId, handedAt: actor.now, version: action.version + 1 })
      .where(eq(planActions.id, action.id))
    const location = `/cases/${reach.record.code}/plan?done=handed`
    return { location, id: action.id, detail: { member: colleague } }
  },
})
