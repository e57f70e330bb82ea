import { and, eq } from 'drizzle-orm'
import { violenceOf } from '@/lib/casework/assessments/known-violence'
import { type PersonInReach, personInReach } from '@/lib/casework/cases/person-in-reach'
import { planActions, planGoals } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { askApproval, askingOf } from './ask-approval'
import { changesOf } from './changes'
import { limitOf } from './due-dates'
import { agreeForm } from './form'
import { offeredTemplates } from './offered'
import { onPlan } from './on-plan'
import { addActionRow, addGoalRow, dayFault, nextPlace } from './plan-rows'
import { mayAgree } from './policy'
import type { GoalRow } from './scope'
import type { Template } from './templates'
import { within } from './within'

type Asked = { goals: readonly string[]; actions: readonly string[]; agreedOn: string }

/**
 * What was agreed with the person of the templates that fit: goals behind those that stand, actions with their dates. Where the
 * rule says so, or the team wants it, the supervisor is asked in the same save.
 */
export const agreePlan = verb({
  ...onPlan,
  name: 'plan.agree',
  form: agreeForm,
  page: ({ code }) => `/cases/${code}/plan/new`,
  scope: (ctx, { code }) => personInReach(ctx, code),
  policy: (actor, { reach }) => mayAgree(actor, reach),
  apply: async (ctx, found, { ask, ...asked }) => {
    const { record } = found.reach
    const wrong = dayFault(ctx, record.openedAt, asked.agreedOn)
    if (wrong) return { invalid: { agreedOn: wrong } }
    const plan = await standingPlan(ctx, record.id)
    const offered = await offeredNow(ctx, found, plan.actions)
    const known = new Set(offered.flatMap((one) => [...one.goals, ...one.actions].map(({ id }) => id)))
    if ([...asked.goals, ...asked.actions].some((id) => !known.has(id)))
      return { invalid: { actions: 'not-offered' } }
    for (const template of offered) await agreeTemplate(ctx, found, { template, asked, goals: plan.goals })
    const waits = await askApproval(ctx, found, ask)
    return {
      location: `/cases/${record.code}/plan?done=${waits ? 'agreed-asked' : 'agreed'}`,
      id: record.code,
      detail: { count: asked.actions.length, waits },
    }
  },
})

async function standingPlan({ tx, actor }: Ctx, caseId: string) {
  const goals = await tx
    .select()
    .from(planGoals)
    .where(and(eq(planGoals.caseId, caseId), within(actor, planGoals)))
  const actions = await tx
    .select()
    .from(planActions)
    .where(and(eq(planActions.caseId, caseId), within(actor, planActions)))
  return { goals, actions }
}
type Standing = Awaited<ReturnType<typeof standingPlan>>

async function offeredNow(ctx: Ctx, found: PersonInReach, present: Standing['actions']): Promise<Template[]> {
  const { child, risk } = askingOf(ctx, found)
  const restricted = found.reach.record.sensitivity === 'S4'
  return offeredTemplates(
    {
      concerns: found.row.concerns,
      child,
      risk,
      restricted,
      gbvTypes: await violenceOf(ctx, found.reach.record.id),
    },
    await changesOf(ctx),
    present,
  )
}

type One = { template: Template; asked: Asked; goals: GoalRow[] }

/** Its ticked goals that do not stand yet, and its ticked actions under the first of them. */
async function agreeTemplate(ctx: Ctx, found: PersonInReach, { template, asked, goals }: One): Promise<void> {
  const actions = template.actions.filter(({ id }) => asked.actions.includes(id))
  const standing = goals.find(
    (goal) => goal.state === 'OPEN' && template.goals.some(({ id }) => id === goal.template),
  )
  const ticked = template.goals.map(({ id }) => id).filter((id) => asked.goals.includes(id))
  const first = template.goals[0]?.id
  const wanted = ticked.length === 0 && actions.length > 0 && !standing && first ? [first] : ticked
  const fresh = wanted.filter((id) => !goals.some((goal) => goal.state === 'OPEN' && goal.template === id))
  const made: string[] = []
  for (const id of fresh)
    made.push(
      await addGoalRow(ctx, found, {
        template: id,
        place: nextPlace(goals),
        agreedOn: asked.agreedOn,
        goals,
      }),
    )
  const goalId = made[0] ?? standing?.id
  if (!goalId) return
  for (const { id: template, owner, due, service } of actions) {
    const one = { goalId, template, owner, service: service ?? null, agreedOn: asked.agreedOn }
    await addActionRow(ctx, found, {
      ...one,
      limit: limitOf(due),
      holderId: owner === 'US' ? ctx.actor.userId : null,
    })
  }
}
