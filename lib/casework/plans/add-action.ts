import { isCode } from '@/lib/base/codes/codes'
import { isoDayOf } from '@/lib/base/time/days'
import { verb } from '@/lib/platform/gate/verb'

import { allowed, denied } from '@/lib/platform/gate/verdict'
import { askApproval } from './ask-approval'
import { chosenDay } from './chosen-day'
import { NEXT_CONTACT } from './due-dates'
import { addActionForm } from './form'
import { onPlan } from './on-plan'
import { addActionRow } from './plan-rows'
import { mayAgree } from './policy'
import { goalInReach } from './scope'
import { isOnTeam } from './team'
import { sealAction } from './words'

/** An action of our own words under a goal that is open: who does it, and until when; without a date, until the next contact. */
export const addAction = verb({
  ...onPlan,
  name: 'plan.add-action',
  form: addActionForm,
  page: ({ code, id }) => `/cases/${code}/plan/goals/${id}/action`,
  scope: (ctx, { code, id }) => goalInReach(ctx, code, id),
  policy: (actor, { reach, goal }) => {
    const verdict = mayAgree(actor, reach)
    if (!verdict.allowed) return verdict
    return goal.state === 'OPEN' ? allowed : denied('plan-goal-over')
  },
  apply: async (ctx, found, { action, owner, holder, service, dueOn, ask }) => {
    const { record } = found.reach
    if (service && !isCode('service_type', service)) return { invalid: { service: 'not-a-code' } }
    const wrong = dueOn && chosenDay(ctx, dueOn)
    if (wrong && 'fault' in wrong) return { invalid: { dueOn: wrong.fault } }
    if (owner === 'US' && holder && !(await isOnTeam(ctx, record.id, holder)))
      return { invalid: { holder: 'not-a-code' } }
    await addActionRow(ctx, found, {
      goalId: found.goal.id,
      template: null,
      owner,
      holderId: owner === 'US' ? holder || ctx.actor.userId : null,
      service: service || null,
      agreedOn: isoDayOf(ctx.actor.now),
      limit: NEXT_CONTACT,
      dueOn: wrong ? wrong.at : undefined,
      words: (id) => sealAction(found.key, id, action),
    })
    const waits = await askApproval(ctx, found, ask)
    return {
      location: `/cases/${record.code}/plan?done=${waits ? 'action-asked' : 'action'}`,
      detail: { owner, waits },
    }
  },
})
