import type { Deed } from './deed'
import { FOREIGN_KEY, LATE, ME, NOW, ofCase } from './deed-values'
import { isTeam } from './relations'

const moves = (verb: string, state: string, party: string) => ({
  state: `'${state}'`,
  version: 'version + 1',
  last_verb: `'${verb}'`,
  last_party: `'${party}'`,
  last_actor_id: ME,
})
const never = {
  version: ['version', 'version + 2'],
  last_actor_id: ['$other', 'null'],
  closed_at: [NOW],
  erase_on: ["date '2014-07-30'"],
  retention_class: ["'STANDARD'"],
  closure_reason: ["'OTHER'"],
  lead_id: ['$colleague'],
  registered_at: [NOW],
}
const closing = {
  ...ofCase,
  reason: "'GOALS_MET'",
  told: "'YES'",
  evidence: "'{}'",
  checklist: "'{}'",
  left_open: "'{}'",
  asked_by: ME,
  asked_at: NOW,
  words: "''",
}
const values = (set: Readonly<Record<string, string>>) =>
  `(${Object.keys(set).join(', ')}) values (${Object.values(set).join(', ')})`

/** How a case waits, is asked to close and opens again. Nothing of the world's cases is settled enough to be closed. */
export const CASE_DEEDS: readonly Deed[] = [
  {
    name: 'let a case wait',
    table: 'app.cases',
    op: 'UPDATE',
    where: "id = $case and state = 'OPEN'",
    set: {
      ...moves('hold', 'ON_HOLD', 'team'),
      last_reason: "'COURT'",
      hold_until: "date '2014-07-20'",
      next_due_at: 'null',
      next_due_kind: 'null',
    },
    who: ({ relation, caseState }) => isTeam(relation) && caseState === 'OPEN',
    wrong: {
      ...never,
      last_reason: ['null', "'words that are no code'", "'NO_SUCH_REASON'"],
      hold_until: ['null', "date '2014-06-30'", "date '2015-06-30'"],
      next_due_at: [NOW],
      last_party: ["'supervisor'", "'lead'"],
      last_verb: ["'resume'", "'close'"],
      state: ["'CLOSED'", "'PENDING_CLOSURE'"],
    },
  },
  {
    name: 'say why a case may be closed',
    table: 'app.case_closings',
    op: 'INSERT',
    set: closing,
    who: ({ relation, caseState }) => isTeam(relation) && caseState === 'OPEN',
    wrong: {
      asked_by: ['$other'],
      asked_at: LATE,
      decided: ["'CLOSED'"],
      decided_by: [ME],
      case_id: ['$othercase'],
      key_id: FOREIGN_KEY,
      reason: ["'TRANSFERRED'", "'CONSENT_WITHDRAWN'"],
      told: ["'PERHAPS'"],
      left_open: ["'{because}'"],
    },
  },
  {
    name: 'hand out a case that no agency took',
    table: 'app.cases',
    op: 'UPDATE',
    where: "id = $case and state = 'OPEN'",
    set: {
      ...moves('hand-out', 'TRANSFERRED', 'supervisor'),
      retention_class: "'STANDARD'",
      erase_on: "date '2016-06-30'",
    },
    who: () => false,
    wrong: {},
  },
  {
    name: 'ask to close what nobody said why about',
    table: 'app.cases',
    op: 'UPDATE',
    where: "id = $case and state = 'OPEN'",
    set: moves('ask-closure', 'PENDING_CLOSURE', 'team'),
    who: () => false,
    wrong: {},
  },
  {
    name: 'ask to close with referrals that never left',
    table: 'app.cases',
    op: 'UPDATE',
    where: "id = $case and state = 'OPEN'",
    before: `insert into app.case_closings ${values(closing)}`,
    set: moves('ask-closure', 'PENDING_CLOSURE', 'team'),
    who: () => false,
    wrong: {},
  },
  ...(['lead', 'supervisor'] as const).map(
    (party): Deed => ({
      name: `open a closed case again as its ${party}`,
      table: 'app.cases',
      op: 'UPDATE',
      where: "id = $case and state = 'CLOSED'",
      set: { ...moves('reopen', 'OPEN', party), last_reason: "'CAME_BACK'" },
      who: ({ relation, caseState }) => relation === party && caseState === 'CLOSED',
      wrong: {
        ...never,
        last_reason: ['null', "'words that are no code'"],
        last_party: ["'team'"],
        last_verb: ["'open'", "'resume'"],
        state: ["'ON_HOLD'", "'PENDING_CLOSURE'"],
      },
    }),
  ),
]
