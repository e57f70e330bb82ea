import { and, eq } from 'drizzle-orm'
import { personInReach } from '@/lib/casework/cases/person-in-reach'
import { planGoals } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { askApproval } from './ask-approval'
import { approveForm } from './form'
import { onPlan } from './on-plan'
import { mayAgree } from './policy'
import { waitingApproval } from './scope'
import { within } from './within'

/** Shown to the supervisor again, or for the first time where nobody had to. */
export const askPlan = verb({
  ...onPlan,
  name: 'plan.ask',
  form: approveForm,
  page: ({ code }) => `/cases/${code}/plan`,
  scope: async (ctx, { code }) => {
    const found = await personInReach(ctx, code)
    if (!found) return undefined
    const { id } = found.reach.record
    const [goal] = await ctx.tx
      .select({ id: planGoals.id })
      .from(planGoals)
      .where(and(eq(planGoals.caseId, id), within(ctx.actor, planGoals)))
      .limit(1)
    return { ...found, has: goal !== undefined, asked: await waitingApproval(ctx, id) }
  },
  policy: (actor, { reach, has, asked }) => {
    const verdict = mayAgree(actor, reach)
    if (!verdict.allowed) return verdict
    return has && !asked ? allowed : denied('plan-not-to-ask')
  },
  apply: async (ctx, found) => {
    await askApproval(ctx, found, true)
    const { code } = found.reach.record
    return { location: `/cases/${code}/plan?done=asked`, id: code }
  },
})
