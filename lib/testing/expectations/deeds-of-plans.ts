import type { Deed, Standing } from './deed'
import { FOREIGN_KEY, LATE, ME, NOW, ofCase } from './deed-values'
import { isTeam } from './relations'

const onOpen = ({ relation, caseState }: Standing) => isTeam(relation) && caseState === 'OPEN'
/** What was agreed goes on while the case waits, or its closing does. */
const goesOn = ({ relation, caseState }: Standing) =>
  isTeam(relation) && ['OPEN', 'ON_HOLD', 'PENDING_CLOSURE'].includes(caseState)
const EARLIER = [...LATE, "clock.casework_now() - interval '1 hour'"]
const NEXT = { version: 'version + 1' }
const WRONG_NEXT = { version: ['version', 'version + 2'] }
const added = { added_by: ME, agreed_on: "date '2014-06-28'" }
const wronglyAdded = {
  added_by: ['$other'],
  added_at: LATE,
  agreed_on: ["date '2099-01-01'", "date '2001-01-01'"],
  version: ['2'],
  key_id: FOREIGN_KEY,
  case_id: ['$othercase'],
  office_id: ["'GAO'"],
}
const theGoal = '(select g.id from app.plan_goals g where g.case_id = $case)'
const waiting = 'case_id = $case and decided is null'

/** Plans: agreed and carried on by the team, approved by a supervisor who did not ask. */
export const PLAN_DEEDS: readonly Deed[] = [
  {
    name: 'agree on a goal',
    table: 'app.plan_goals',
    op: 'INSERT',
    set: { ...ofCase, ...added, template: "'THREAT_G1'", place: '2' },
    who: onOpen,
    wrong: {
      ...wronglyAdded,
      template: ["'words of ours'", 'null'],
      place: ['0'],
      state: ["'MET'"],
      ended_on: ["date '2014-06-30'"],
    },
  },
  {
    name: 'agree on an action',
    table: 'app.plan_actions',
    op: 'INSERT',
    set: {
      ...ofCase,
      ...added,
      goal_id: theGoal,
      template: "'THREAT_A1'",
      owner: "'US'",
      holder_id: ME,
      counted_from: "timestamptz '2014-06-28'",
      due_at: "timestamptz '2014-07-01 17:00Z'",
      due_by: "'DAYS'",
      limit_days: '3',
    },
    who: onOpen,
    wrong: {
      ...wronglyAdded,
      goal_id: ['gen_random_uuid()', '(select g.id from app.plan_goals g where g.case_id = $othercase)'],
      holder_id: ['$other', '$elsewhere', '$supervisor'],
      owner: ["'PARTNER'", "'PERSON'", "'NOBODY'"],
      template: ["'words of ours'", 'null'],
      service: ["'words of ours'"],
      counted_from: ["timestamptz '2014-06-01'", "timestamptz '2099-01-01'"],
      due_at: ["timestamptz '2014-06-01'", "timestamptz '2099-01-01'"],
      state: ["'DONE'"],
    },
  },
  {
    name: 'do an action',
    table: 'app.plan_actions',
    op: 'UPDATE',
    where: "case_id = $case and state = 'OPEN'",
    set: { ...NEXT, state: "'DONE'", done_on: "date '2014-06-29'", ended_by: ME, ended_at: NOW },
    who: goesOn,
    wrong: {
      ...WRONG_NEXT,
      done_on: ["date '2099-01-01'", "date '2001-01-01'", 'null'],
      ended_by: ['$other', 'null'],
      ended_at: [...EARLIER, 'null'],
      skip_reason: ["'NOT_WANTED'"],
      agreed_on: ["date '2014-06-01'"],
      goal_id: ['gen_random_uuid()'],
      owner: ["'PERSON'"],
    },
  },
  {
    name: 'leave an action out',
    table: 'app.plan_actions',
    op: 'UPDATE',
    where: "case_id = $case and state = 'OPEN'",
    set: { ...NEXT, state: "'SKIPPED'", skip_reason: "'NOT_WANTED'", ended_by: ME, ended_at: NOW },
    who: goesOn,
    wrong: {
      ...WRONG_NEXT,
      skip_reason: ['null', "'she does not want it'"],
      ended_by: ['$other', 'null'],
      ended_at: [...EARLIER, 'null'],
      done_on: ["date '2014-06-29'"],
    },
  },
  {
    name: 'hand an action to oneself',
    table: 'app.plan_actions',
    op: 'UPDATE',
    where: "case_id = $case and state = 'OPEN'",
    set: { ...NEXT, holder_id: ME, handed_by: ME, handed_at: NOW },
    who: goesOn,
    wrong: {
      ...WRONG_NEXT,
      holder_id: ['$other', '$elsewhere', '$supervisor'],
      handed_by: ['$other', 'null'],
      handed_at: [...EARLIER, 'null'],
    },
  },
  {
    name: 'say that a goal is met',
    table: 'app.plan_goals',
    op: 'UPDATE',
    where: "case_id = $case and state = 'OPEN'",
    set: { ...NEXT, state: "'MET'", ended_on: "date '2014-06-30'" },
    who: goesOn,
    wrong: {
      ...WRONG_NEXT,
      ended_on: ["date '2099-01-01'", 'null'],
      state: ["'DONE'", "'OPEN'"],
      template: ["'THREAT_G1'"],
      added_by: [ME],
    },
  },
  {
    name: 'show a plan to the supervisor',
    table: 'app.plan_approvals',
    op: 'INSERT',
    set: { ...ofCase, asked_by: ME, due_at: "clock.casework_now() + interval '1 day'" },
    // Restricted plans of the world wait already.
    who: (standing) => onOpen(standing) && standing.sensitivity === 'S3',
    wrong: {
      asked_by: ['$other'],
      asked_at: EARLIER,
      due_at: [...LATE, 'null'],
      decided: ["'APPROVED'"],
      key_id: FOREIGN_KEY,
      case_id: ['$othercase'],
      version: ['2'],
    },
  },
  ...(['APPROVED', 'RETURNED'] as const).map(
    (decided): Deed => ({
      name: `say of a plan that waits: ${decided}`,
      table: 'app.plan_approvals',
      op: 'UPDATE',
      where: waiting,
      set: {
        ...NEXT,
        decided: `'${decided}'`,
        decided_by: ME,
        decided_at: NOW,
        ...(decided === 'RETURNED' && { comment: "'\\x00'" }),
      },
      who: ({ relation, sensitivity, caseState }) =>
        relation === 'supervisor' &&
        sensitivity === 'S4' &&
        ['OPEN', 'ON_HOLD', 'PENDING_CLOSURE'].includes(caseState),
      wrong: {
        ...WRONG_NEXT,
        decided: ["'MAYBE'", 'null'],
        decided_by: ['$other', 'null'],
        decided_at: [...EARLIER, 'null'],
        comment: decided === 'RETURNED' ? ['null'] : ["'\\x00'"],
        asked_by: ['$other'],
      },
    }),
  ),
]
