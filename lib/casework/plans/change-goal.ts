import { and, asc, eq } from 'drizzle-orm'
import { isoDayOf } from '@/lib/base/time/days'
import { planGoals, users } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { changedWhileWaiting } from './ask-approval'
import { changeGoalForm } from './form'
import { onPlan } from './on-plan'
import { mayGoOn } from './policy'
import { type GoalRow, goalInReach } from './scope'
import { within } from './within'
import { openGoal, sealGoal } from './words'

/** The person's words, their order, whether it is met. What was said before is kept beside it. */
export const changeGoal = verb({
  ...onPlan,
  name: 'plan.change-goal',
  form: changeGoalForm,
  page: ({ code, id }) => `/cases/${code}/plan/goals/${id}`,
  scope: (ctx, { code, id }) => goalInReach(ctx, code, id),
  policy: (actor, { reach }) => mayGoOn(actor, reach),
  version: ({ goal }) => goal.version,
  current: async ({ tx }, { goal, key }) => {
    const { title, said } = openGoal(key, goal.id, goal.words)
    const [by] = await tx.select({ name: users.name }).from(users).where(eq(users.id, goal.addedBy))
    const values = { title, said, place: String(goal.place), goalState: goal.state }
    return { values, by: goal.version === 1 ? (by?.name ?? null) : null, at: null }
  },
  apply: async (ctx, { reach, goal, key, again }, { title, said, place, goalState }) => {
    if (!goal.template && title === '') return { invalid: { title: 'required' } }
    if (goalState === 'OPEN' && goal.state !== 'OPEN' && again)
      return { invalid: { goalState: 'agreed-again' } }
    const before = openGoal(key, goal.id, goal.words)
    const named = goal.template ? '' : title
    // The same words sealed again would be another value, and a change that nobody made.
    const same = before.title === named && before.said === said
    const ended = goalState === 'OPEN' ? null : (goal.endedOn ?? isoDayOf(ctx.actor.now))
    await ctx.tx
      .update(planGoals)
      .set({
        state: goalState,
        endedOn: ended,
        words: same ? goal.words : sealGoal(key, goal.id, { title: named, said }),
        version: goal.version + 1,
      })
      .where(eq(planGoals.id, goal.id))
    await moveTo(ctx, goal, place)
    if (!same || goalState !== goal.state) await changedWhileWaiting(ctx, goal.caseId)
    return { location: `/cases/${reach.record.code}/plan?done=goal-changed`, id: goal.id }
  },
})

/** Puts a goal at its place in the person's order; the others keep theirs among themselves. */
async function moveTo({ tx, actor }: Ctx, goal: GoalRow, place: number): Promise<void> {
  const all = await tx
    .select({ id: planGoals.id, place: planGoals.place, version: planGoals.version })
    .from(planGoals)
    .where(and(eq(planGoals.caseId, goal.caseId), within(actor, planGoals)))
    .orderBy(asc(planGoals.place), asc(planGoals.id))
  const moved = all.find(({ id }) => id === goal.id)
  if (!moved) return
  const others = all.filter(({ id }) => id !== goal.id)
  const inOrder = [...others.slice(0, place - 1), moved, ...others.slice(place - 1)]
  for (const [at, one] of inOrder.entries())
    if (one.place !== at + 1)
      await tx
        .update(planGoals)
        .set({ place: at + 1, version: one.version + 1 })
        .where(eq(planGoals.id, one.id))
}
