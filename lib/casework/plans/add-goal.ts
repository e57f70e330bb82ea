import { and, eq } from 'drizzle-orm'
import { isoDayOf } from '@/lib/base/time/days'
import { personInReach } from '@/lib/casework/cases/person-in-reach'
import { planGoals } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { askApproval } from './ask-approval'
import { addGoalForm } from './form'
import { onPlan } from './on-plan'
import { addGoalRow, nextPlace } from './plan-rows'
import { mayAgree } from './policy'
import { within } from './within'
import { sealGoal } from './words'

/** A goal of the person's own, behind those that stand; its actions follow. */
export const addGoal = verb({
  ...onPlan,
  name: 'plan.add-goal',
  form: addGoalForm,
  page: ({ code }) => `/cases/${code}/plan/goals/new`,
  scope: (ctx, { code }) => personInReach(ctx, code),
  policy: (actor, { reach }) => mayAgree(actor, reach),
  apply: async (ctx, found, { ask, ...words }) => {
    const { record } = found.reach
    const standing = await ctx.tx
      .select({ place: planGoals.place })
      .from(planGoals)
      .where(and(eq(planGoals.caseId, record.id), within(ctx.actor, planGoals)))
    const id = await addGoalRow(ctx, found, {
      template: null,
      place: nextPlace(standing),
      agreedOn: isoDayOf(ctx.actor.now),
      words: (goal) => sealGoal(found.key, goal, words),
    })
    const waits = await askApproval(ctx, found, ask)
    return {
      location: `/cases/${record.code}/plan?done=${waits ? 'goal-asked' : 'goal'}`,
      id,
      detail: { waits },
    }
  },
})
