import { POST as moveDate } from '@/app/api/v1/cases/[code]/plan/actions/[id]/date/route'
import { POST as hand } from '@/app/api/v1/cases/[code]/plan/actions/[id]/hand-over/route'
import { POST as skip } from '@/app/api/v1/cases/[code]/plan/actions/[id]/skip/route'
import { POST as done } from '@/app/api/v1/cases/[code]/plan/done/route'
import { POST as addAction } from '@/app/api/v1/cases/[code]/plan/goals/[id]/actions/route'
import { POST as agree } from '@/app/api/v1/cases/[code]/plan/route'
import { POST as undo } from '@/app/api/v1/cases/[code]/plan/undo/route'
import { root } from '../database'
import type { Endpoint } from '../requests'
import type { Cast } from './cast'
import { type Draw, type Make, sending, teams, typed } from './deed'
import {
  type Action,
  addedTo,
  changedWhileWaiting,
  daysOn,
  dueOf,
  isOnTeam,
  type Limit,
  NAMES,
  type Name,
  type Plan,
} from './plan'
export const OWNERS = ['US', 'US', 'PERSON', 'PARTNER'] as const
export const actionAdded: Make = (draw, plan) => {
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
export const DISTRESS: readonly { id: string; owner: Action['owner']; limit: Limit; like: string }[] = [
  { id: 'DISTRESS_A1', owner: 'US', limit: { from: 'first-action' }, like: 'PFA' },
  { id: 'DISTRESS_A2', owner: 'US', limit: { from: 'days', days: 14 }, like: 'IND' },
  { id: 'DISTRESS_A3', owner: 'PERSON', limit: { from: 'days', days: 14 }, like: 'GRP' },
  { id: 'DISTRESS_A4', owner: 'PARTNER', limit: { from: 'days', days: 14 }, like: 'SPEC' },
]
export const templateAgreed: Make = (draw, plan) => {
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
      if (!plan.goals.some(({ id }) => id === goal))
        plan.goals.push({ id: goal, template: 'DISTRESS_G1', title: '', state: 'OPEN', version: 1 })
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

export type OnAction = {
  name: string
  endpoint: Endpoint
  values: (
    draw: Draw,
    plan: Plan,
    action: Action,
  ) => { values: Record<string, string>; fits: boolean; effect: (who: Name) => void }
}
/** A verb on one open action, by its version or another. */
export const onAction =
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

export const skipped = onAction({
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
        changedWhileWaiting(plan)
      },
    }
  },
})
export const moved = onAction({
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
        changedWhileWaiting(plan)
      },
    }
  },
})
export const handed = (cast: Cast) =>
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

export const didIt: Make = (draw, plan) => {
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
export const tookBack: Make = (draw, plan) => {
  if (plan.actions.length === 0) return undefined
  const who = draw.among(NAMES)
  const action = draw.among(plan.actions)
  return {
    name: 'undo',
    who,
    words: `takes ${action.id} back`,
    expects: teams(who, action.state !== 'OPEN'),
    send: sending({ endpoint: undo, who, plan, values: { which: action.id } }),
    effect: () => {
      if (action.state === 'SKIPPED') changedWhileWaiting(plan)
      action.state = 'OPEN'
      action.why = null
      action.version += 1
    },
  }
}
