import { at, type Places } from './places'

/** Where what is asked about plans is kept. PURE. */
export const keptOfPlans: Record<string, Places> = {
  'plan.agree': {
    ...at('goals', 'app.plan_goals.template'),
    ...at('actions', 'app.plan_actions.template'),
    ...at('agreedOn', 'app.plan_goals.agreed_on', 'app.plan_actions.agreed_on'),
    ...at('ask', 'names'),
  },
  'plan.add-goal': { ...at('title said', 'app.plan_goals.words'), ...at('ask', 'names') },
  'plan.change-goal': {
    ...at('title said', 'app.plan_goals.words'),
    ...at('place', 'app.plan_goals.place'),
    ...at('goalState', 'app.plan_goals.state'),
  },
  'plan.add-action': {
    ...at('action', 'app.plan_actions.words'),
    ...at('owner', 'app.plan_actions.owner'),
    ...at('holder', 'app.plan_actions.holder_id'),
    ...at('service', 'app.plan_actions.service'),
    ...at('dueOn', 'app.plan_actions.due_at'),
    ...at('ask', 'names'),
  },
  'plan.do': { ...at('which', 'names'), ...at('doneOn', 'app.plan_actions.done_on') },
  'plan.undo': at('which', 'names'),
  'plan.skip': at('skipReason', 'app.plan_actions.skip_reason'),
  'plan.move-date': {
    ...at('newDate', 'app.plan_actions.due_at'),
    ...at('dateReason', 'app.plan_actions.moved_reason'),
  },
  'plan.hand-over': at('colleague', 'app.plan_actions.holder_id'),
  'plan.change-template': {
    ...at('hours', 'app.plan_changes.hours'),
    ...at('days', 'app.plan_changes.days'),
    ...at('off', 'app.plan_changes.off'),
  },
  'plan.return': at('comment', 'app.plan_approvals.comment'),
}
