import type { TableWords } from './words'

/** What was agreed with the person, and what became of it. */
export const planTables: Readonly<Record<string, TableWords>> = {
  'app.plan_goals': {
    row: 'a goal of the plan; the person’s words are sealed',
    level: 'person',
    read: 'reach',
    span: 'case',
    columns: {
      ended_on: 'the day on which it was met or left',
      added_by: 'who agreed on it with the person',
      added_at: 'when it was written down',
    },
  },
  'app.plan_actions': {
    row: 'an action of the plan',
    level: 'person',
    read: 'reach',
    span: 'case',
    columns: {
      goal_id: 'for which goal',
      limit_hours: 'within how many hours it was agreed',
      limit_days: 'within how many days',
      limit_risk: 'or within which limit of the case’s risk',
      counted_from: 'from when that is counted',
      due_by: 'which of them was the shortest, or that the date was chosen',
      risk: 'the risk by which it was counted',
      redated_at: 'when a changed risk moved the date',
      state: 'OPEN, DONE or SKIPPED',
      ended_by: 'who did it or left it out',
      ended_at: 'when that was said',
      handed_by: 'who handed it on last',
      handed_at: 'when',
      added_by: 'who agreed on it with the person',
      added_at: 'when it was written down',
    },
  },
  'app.plan_approvals': {
    row: 'a plan that was shown to a supervisor',
    level: 'work',
    read: 'reach',
    span: 'case',
    columns: {
      asked_by: 'who asked',
      asked_at: 'when',
      due_at: 'until when an answer is expected',
      decided: 'APPROVED or RETURNED',
      decided_by: 'who decided',
      decided_at: 'when',
    },
  },
  'app.plan_events': {
    row: 'what was changed of a goal or an action, from what',
    level: 'person',
    read: 'reach',
    span: 'case',
    columns: {
      goal_id: 'of which goal',
      action_id: 'of which action',
      at: 'when',
      by_id: 'who changed it',
      changed: 'the columns that changed, before and after; codes, days and numbers of colleagues',
      sealed: 'the words as they were sealed before',
    },
  },
  'app.plan_changes': {
    row: 'what the organisation changed of a template',
    level: 'reference',
    read: 'staff',
    span: 'reference',
    columns: {
      action: 'which action of the templates',
      changed_by: 'who changed it',
      changed_at: 'when',
    },
  },
}
