import { POST as hold } from '@/app/api/v1/cases/[code]/hold/route'
import { POST as approve } from '@/app/api/v1/cases/[code]/plan/approve/route'
import { POST as ask } from '@/app/api/v1/cases/[code]/plan/ask/route'
import { POST as changeGoal } from '@/app/api/v1/cases/[code]/plan/goals/[id]/route'
import { POST as addGoal } from '@/app/api/v1/cases/[code]/plan/goals/route'
import { POST as giveBack } from '@/app/api/v1/cases/[code]/plan/return/route'
import { POST as resume } from '@/app/api/v1/cases/[code]/resume/route'
import { redatePlan } from '@/lib/casework/plans/redate'
import { as } from '../actors'
import { root } from '../database'
import type { Cast } from './cast'
import { type Make, sending, supervisors, teams, typed } from './deed'
import { actionAdded, didIt, handed, moved, skipped, templateAgreed, tookBack } from './deeds-of-actions'
import { addedTo, changedWhileWaiting, daysOn, type Goal, NAMES, type Plan } from './plan'

export type { Deed, Draw } from './deed'

const goalAdded: Make = (draw, plan) => {
  const who = draw.among(NAMES)
  const asks = draw.onceIn(4)
  const values = { title: 'Dormir en paix', said: '', ...(asks && { ask: 'on' }) }
  return {
    name: 'add-goal',
    who,
    words: `a goal${asks ? ', and asks' : ''}`,
    expects: teams(who, !plan.onHold),
    send: sending({ endpoint: addGoal, who, plan, values }),
    effect: (id) => {
      plan.goals.push({ id, template: null, title: values.title, state: 'OPEN', version: 1 })
      addedTo(plan, asks)
    },
  }
}

const goalChanged: Make = (draw, plan) => {
  if (plan.goals.length === 0) return undefined
  const who = draw.among(NAMES)
  const goal = draw.among(plan.goals)
  const state = draw.among(['OPEN', 'MET', 'LEFT'] as const)
  const place = draw.among([1, 2, 3])
  const values = { title: 'Dormir mieux', said: '', place: String(place), goalState: state }
  // The same goal of the template stands open once.
  const again = plan.goals.some(
    (one) => one !== goal && one.template !== null && one.template === goal.template && one.state === 'OPEN',
  )
  return {
    name: 'change-goal',
    who,
    words: `goal ${goal.id} ${state} at ${place}`,
    expects: teams(who, !again || state !== 'OPEN'),
    send: sending({ endpoint: changeGoal, who, plan, id: goal.id, values }),
    effect: () => {
      // The goal of a template keeps its own words; another place alone is nothing to read again.
      const title = goal.template === null ? values.title : goal.title
      if (state !== goal.state || title !== goal.title) changedWhileWaiting(plan)
      Object.assign(goal, { state, title })
      reorder(plan, goal, place)
    },
  }
}

function reorder(plan: Plan, goal: Goal, place: number): void {
  const others = plan.goals.filter((one) => one !== goal)
  plan.goals = [...others.slice(0, place - 1), goal, ...others.slice(place - 1)]
}

const asked: Make = (draw, plan) => {
  const who = draw.among(NAMES)
  return {
    name: 'ask',
    who,
    words: 'shows the plan',
    expects: teams(who, !plan.onHold && plan.goals.length > 0 && plan.word?.says !== 'waits'),
    send: sending({ endpoint: ask, who, plan }),
    effect: () => {
      plan.word = { says: 'waits', version: 1 }
    },
  }
}
const decided =
  (says: 'APPROVED' | 'RETURNED'): Make =>
  (draw, plan) => {
    const who = draw.among(['supervisor', 'supervisor', ...NAMES] as const)
    const stale = draw.onceIn(6)
    const version = (plan.word?.version ?? 0) + (stale ? 3 : 0)
    const endpoint = says === 'APPROVED' ? approve : giveBack
    return {
      name: says,
      who,
      words: `${says}${stale ? ' of another version' : ''}`,
      expects: supervisors(who, plan.word?.says === 'waits' && !stale),
      send: sending({
        endpoint,
        who,
        plan,
        values: { _version: String(version), ...(says === 'RETURNED' && { comment: 'À revoir.' }) },
      }),
      effect: () => {
        plan.word = { says, version: (plan.word?.version ?? 0) + 1 }
      },
    }
  }

/** Rated anew: dates that come from the risk move, chosen ones stay. */
const rated: Make = (draw, plan) => {
  const risk = draw.among(['HIGH', 'MEDIUM', 'LOW'] as const)
  if (risk === plan.risk) return undefined
  return {
    name: 'rate',
    who: 'lead',
    words: `the risk is ${risk}`,
    expects: 'done',
    beside: true,
    send: async (cast) => {
      await root()`update app.cases set risk = ${risk} where id = ${plan.caseId}`
      await as(cast.lead, (ctx) => redatePlan(ctx, { id: plan.caseId }, risk))
      return { outcome: 'done', id: '', status: 200 }
    },
    effect: async () => {
      plan.risk = risk
      // What moved has a new version; which ones, the rows say and the lines check.
      const rows = await root()`select id, version from app.plan_actions where case_id = ${plan.caseId}`
      for (const action of plan.actions)
        action.version = Number(rows.find(({ id }) => id === action.id)?.version ?? action.version)
    },
  }
}
const rests: Make = (_, plan) => ({
  name: plan.onHold ? 'resume' : 'hold',
  who: 'lead',
  words: plan.onHold ? 'the case goes on' : 'the case waits',
  expects: 'done',
  beside: true,
  send: sending({
    endpoint: plan.onHold ? resume : hold,
    who: 'lead',
    plan,
    values: plan.onHold ? {} : { holdReason: 'TRAVELLING', reviewOn: typed(daysOn(plan.today, 20)) },
  }),
  effect: () => {
    plan.onHold = !plan.onHold
  },
})

/** Everything that is tried, as often as it stands here. */
export const deedsOf = (cast: Cast): readonly Make[] => [
  goalAdded,
  goalAdded,
  goalChanged,
  actionAdded,
  actionAdded,
  actionAdded,
  templateAgreed,
  templateAgreed,
  didIt,
  didIt,
  tookBack,
  skipped,
  moved,
  handed(cast),
  handed(cast),
  handed(cast),
  asked,
  decided('APPROVED'),
  decided('RETURNED'),
  rated,
  rests,
]
