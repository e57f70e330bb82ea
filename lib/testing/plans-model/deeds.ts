import { POST as hold } from '@/app/api/v1/cases/[code]/hold/route'
import { POST as moveDate } from '@/app/api/v1/cases/[code]/plan/actions/[id]/date/route'
import { POST as hand } from '@/app/api/v1/cases/[code]/plan/actions/[id]/hand-over/route'
import { POST as skip } from '@/app/api/v1/cases/[code]/plan/actions/[id]/skip/route'
import { POST as approve } from '@/app/api/v1/cases/[code]/plan/approve/route'
import { POST as ask } from '@/app/api/v1/cases/[code]/plan/ask/route'
import { POST as done } from '@/app/api/v1/cases/[code]/plan/done/route'
import { POST as addAction } from '@/app/api/v1/cases/[code]/plan/goals/[id]/actions/route'
import { POST as changeGoal } from '@/app/api/v1/cases/[code]/plan/goals/[id]/route'
import { POST as addGoal } from '@/app/api/v1/cases/[code]/plan/goals/route'
import { POST as giveBack } from '@/app/api/v1/cases/[code]/plan/return/route'
import { POST as agree } from '@/app/api/v1/cases/[code]/plan/route'
import { POST as undo } from '@/app/api/v1/cases/[code]/plan/undo/route'
import { POST as resume } from '@/app/api/v1/cases/[code]/resume/route'
import { redatePlan } from '@/lib/casework/plans/redate'
import { as } from '../actors'
import { root } from '../database'
import { type Endpoint, post } from '../requests'
import type { Cast } from './cast'
import {
  type Action,
  addedTo,
  daysOn,
  dueOf,
  type Goal,
  isCaseworker,
  isOnTeam,
  type Limit,
  NAMES,
  type Name,
  type Plan,
  sees,
} from './plan'

export type Outcome = 'done' | 'refused' | 'unseen'
export type Draw = { among: <T>(list: readonly T[]) => T; onceIn: (times: number) => boolean }
export type Deed = {
  name: string
  who: Name
  words: string
  expects: Outcome
  send: (cast: Cast) => Promise<{ outcome: Outcome; id: string; status: number }>
  effect: (id: string) => void | Promise<void>
  /** Not an act on the plan: nothing of it stands in the plan's log. */
  beside?: true
}
export type Make = (draw: Draw, plan: Plan) => Deed | undefined

const typed = (day: string): string => day.split('-').map(Number).reverse().join('/')

type Sent = {
  endpoint: Endpoint
  who: Name
  plan: Plan
  id?: string
  values?: Record<string, string | string[]>
}
const sending =
  ({ endpoint, who, plan, id, values = {} }: Sent): Deed['send'] =>
  async (cast) => {
    const params = { code: plan.code, ...(id && { id }) }
    const answer = await post(endpoint, { as: cast[who], params, values, json: true })
    const body = (await answer.json()) as { id?: string }
    const outcome = answer.status < 300 ? 'done' : answer.status === 404 ? 'unseen' : 'refused'
    return { outcome, id: body.id ?? '', status: answer.status }
  }

/** What the team alone does: others of the trade see nothing of the case, other roles are told so; a form that is none comes back. */
const teams = (who: Name, may: boolean, form = true): Outcome => {
  if (!isCaseworker(who) || !form) return 'refused'
  return !isOnTeam(who) ? 'unseen' : may ? 'done' : 'refused'
}
/** What a supervisor alone does. */
const supervisors = (who: Name, may: boolean): Outcome =>
  isCaseworker(who) ? 'refused' : !sees(who) ? 'unseen' : may ? 'done' : 'refused'

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
      plan.goals.push({ id, state: 'OPEN', version: 1 })
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
  return {
    name: 'change-goal',
    who,
    words: `goal ${goal.id} ${state} at ${place}`,
    expects: teams(who, true),
    send: sending({ endpoint: changeGoal, who, plan, id: goal.id, values }),
    effect: () => {
      goal.state = state
      reorder(plan, goal, place)
    },
  }
}

function reorder(plan: Plan, goal: Goal, place: number): void {
  const others = plan.goals.filter((one) => one !== goal)
  plan.goals = [...others.slice(0, place - 1), goal, ...others.slice(place - 1)]
}

const OWNERS = ['US', 'US', 'PERSON', 'PARTNER'] as const
const actionAdded: Make = (draw, plan) => {
  if (plan.goals.length === 0) return undefined
  const who = draw.among(NAMES)
  const goal = draw.among(plan.goals)
  const owner = draw.among(OWNERS)
  const days = draw.among([null, null, -1, 3, 400])
  const service = draw.onceIn(3) ? 'CP_BIA' : ''
  const dueOn = days === null ? '' : typed(daysOn(plan.today, days))
  const may =
    !plan.onHold &&
    goal.state === 'OPEN' &&
    (owner !== 'PARTNER' || service !== '') &&
    (days === null || days === 3)
  const limit: Limit = days === null ? { from: 'contact' } : { from: 'chosen', day: daysOn(plan.today, days) }
  return {
    name: 'add-action',
    who,
    words: `an action by ${owner} in ${days} days`,
    expects: teams(who, may, owner !== 'PARTNER' || service !== ''),
    send: sending({
      endpoint: addAction,
      who,
      plan,
      id: goal.id,
      values: { action: 'Une chose', owner, service, dueOn },
    }),
    effect: async () => {
      const known = plan.actions.map(({ id }) => id)
      const [row] =
        await root()`select id from app.plan_actions where case_id = ${plan.caseId} and id <> all(${known}::uuid[])`
      const holder = owner === 'US' ? who : null
      plan.actions.push({
        id: String(row?.id),
        template: null,
        owner,
        holder,
        limit,
        state: 'OPEN',
        why: null,
        was: null,
        version: 1,
      })
      addedTo(plan, false)
    },
  }
}

/** Of the template for distress, told again: who does it, within what. */
const DISTRESS: readonly { id: string; owner: Action['owner']; limit: Limit; like: string }[] = [
  { id: 'DISTRESS_A1', owner: 'US', limit: { from: 'first-action' }, like: 'PFA' },
  { id: 'DISTRESS_A2', owner: 'US', limit: { from: 'days', days: 14 }, like: 'IND' },
  { id: 'DISTRESS_A3', owner: 'PERSON', limit: { from: 'days', days: 14 }, like: 'GRP' },
  { id: 'DISTRESS_A4', owner: 'PARTNER', limit: { from: 'days', days: 14 }, like: 'SPEC' },
]
const templateAgreed: Make = (draw, plan) => {
  const who = draw.among(NAMES)
  const one = draw.among(DISTRESS)
  const fresh = !plan.actions.some(({ template }) => template === one.id)
  return {
    name: 'agree',
    who,
    words: `agrees on ${one.id}`,
    expects: teams(who, !plan.onHold && fresh),
    send: sending({ endpoint: agree, who, plan, values: { actions: [one.id], agreedOn: typed(plan.today) } }),
    effect: async () => {
      const rows =
        await root()`select a.id, a.goal_id from app.plan_actions a where a.case_id = ${plan.caseId} and a.template = ${one.id}`
      const goal = String(rows[0]?.goal_id)
      // The template's own goal, where it does not stand open yet, comes behind the others.
      if (!plan.goals.some(({ id }) => id === goal)) plan.goals.push({ id: goal, state: 'OPEN', version: 1 })
      const holder = one.owner === 'US' ? who : null
      plan.actions.push({
        id: String(rows[0]?.id),
        template: one.id,
        owner: one.owner,
        holder,
        limit: one.limit,
        state: 'OPEN',
        why: null,
        was: null,
        version: 1,
      })
      addedTo(plan, false)
    },
  }
}

type OnAction = {
  name: string
  endpoint: Endpoint
  values: (
    draw: Draw,
    plan: Plan,
    action: Action,
  ) => { values: Record<string, string>; fits: boolean; effect: (who: Name) => void }
}
/** A verb on one open action, by its version or another. */
const onAction =
  ({ name, endpoint, values }: OnAction): Make =>
  (draw, plan) => {
    if (plan.actions.length === 0) return undefined
    const who = draw.among(NAMES)
    const action = draw.among(plan.actions)
    const stale = draw.onceIn(8)
    const said = values(draw, plan, action)
    return {
      name,
      who,
      words: `${name} ${action.id} ${JSON.stringify(said.values)}${stale ? ' of another version' : ''}`,
      expects: teams(
        who,
        action.state === 'OPEN' && said.fits && !stale,
        said.values.skipReason !== 'SHE_SAYS_SO',
      ),
      send: sending({
        endpoint,
        who,
        plan,
        id: action.id,
        values: { ...said.values, _version: String(action.version + (stale ? 7 : 0)) },
      }),
      effect: () => {
        said.effect(who)
        action.version += 1
      },
    }
  }

const skipped = onAction({
  name: 'skip',
  endpoint: skip,
  values: (draw, plan, action) => {
    const why = draw.among(['NOT_WANTED', 'NOT_SAFE', 'SHE_SAYS_SO'])
    return {
      values: { skipReason: why },
      fits: why !== 'SHE_SAYS_SO',
      effect: () => {
        action.was = dueOf(action, plan)
        action.state = 'SKIPPED'
        action.why = why
      },
    }
  },
})
const moved = onAction({
  name: 'move-date',
  endpoint: moveDate,
  values: (draw, plan, action) => {
    const days = draw.among([-1, 0, 5, 40, 400])
    const day = daysOn(plan.today, days)
    return {
      values: { newDate: typed(day), dateReason: 'SAFETY' },
      fits: days >= 0 && days < 366,
      effect: () => {
        action.limit = { from: 'chosen', day }
      },
    }
  },
})
const handed = (cast: Cast) =>
  onAction({
    name: 'hand-over',
    endpoint: hand,
    values: (draw, _, action) => {
      const to = draw.among(['lead', 'member', 'lead', 'member', ...NAMES] as const)
      return {
        values: { colleague: cast[to].id },
        fits: action.owner === 'US' && isOnTeam(to) && to !== action.holder,
        effect: () => {
          action.holder = to
        },
      }
    },
  })

const didIt: Make = (draw, plan) => {
  if (plan.actions.length === 0) return undefined
  const who = draw.among(NAMES)
  const action = draw.among(plan.actions)
  const ahead = draw.onceIn(6)
  const doneOn = ahead ? typed(daysOn(plan.today, 1)) : ''
  return {
    name: 'do',
    who,
    words: `does ${action.id}${ahead ? ' tomorrow' : ''}`,
    expects: teams(who, action.state === 'OPEN' && !ahead),
    send: sending({ endpoint: done, who, plan, values: { which: action.id, doneOn } }),
    effect: () => {
      action.was = dueOf(action, plan)
      action.state = 'DONE'
      action.version += 1
    },
  }
}
const tookBack: Make = (draw, plan) => {
  if (plan.actions.length === 0) return undefined
  const who = draw.among(NAMES)
  const action = draw.among(plan.actions)
  // The same line of a template stands open once.
  const again = plan.actions.some(
    (one) => one !== action && one.template && one.template === action.template && one.state === 'OPEN',
  )
  if (again) return undefined
  return {
    name: 'undo',
    who,
    words: `takes ${action.id} back`,
    expects: teams(who, action.state !== 'OPEN'),
    send: sending({ endpoint: undo, who, plan, values: { which: action.id } }),
    effect: () => {
      action.state = 'OPEN'
      action.why = null
      action.version += 1
    },
  }
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
