import type { TableWords } from './words'

const proposal: TableWords = {
  row: 'what the rules proposed for a case when its risk was rated, and what was rated',
  level: 'person',
  read: 'reach',
  span: 'case',
  columns: {
    risk: 'the risk proposed',
    restrict_proposed: 'whether restricting was proposed',
    rules: 'which rules of `risk-rules.json` met',
    clocks: 'which clinical clocks run',
    happened_at: 'when it happened, as far as hours were said',
    chosen_risk: 'the risk that was rated',
    lower_reason: 'why less than proposed',
    open_reason: 'why not restricted although proposed',
    rated_by: 'who rated',
    rated_at: 'when',
  },
}

/** What was proposed for a risk, what was rated, and what was changed of a case. */
export const pastTables: Readonly<Record<string, TableWords>> = {
  'app.case_proposals': proposal,
  'app.earlier_proposals': {
    ...proposal,
    row: 'a proposal that a newer one replaced, until `app.case_changes` kept it; written no more',
  },
  'app.case_changes': {
    row: 'what one save changed of a case, its person or its rating, and what stood there before',
    level: 'person',
    read: 'reach',
    span: 'case',
    columns: {
      person_id: 'whose facts they are; nobody’s where only the case’s own changed',
      what: 'CHANGED, or a member of the household ADDED or REMOVED',
      by_id: 'who had signed in; nobody: the system',
      sealed: 'what was sealed of the person before, under the key it was sealed with',
      changed:
        'each plain column that changed, as from and to; `rating.` before those of `app.case_proposals`',
    },
  },
  'app.case_restrictions': {
    row: 'a case was restricted',
    level: 'work',
    read: 'reach',
    span: 'case',
    columns: {
      restricted_by: 'who restricted it',
      restricted_at: 'when',
      opened_by: 'who opened it first, other than who restricted it',
      opened_at: 'when',
      undone_at: 'when it was taken back',
      undone_stamp: 'the same in real time',
      with_case: 'the known case whose restriction it came from, where the file points at one',
    },
  },
  'app.case_transfers': {
    row: 'a case was offered to another office or agency',
    level: 'work',
    read: 'offered',
    span: 'case',
    columns: {
      code: 'as on the case',
      kind: 'INTERNAL or EXTERNAL',
      from_office: 'from which office',
      to_supervisor: 'to which supervisor, where the case is restricted',
      offered_by: 'who offered it',
      offered_as: 'as lead or as supervisor',
      offered_at: 'when',
      answer_by: 'until when it is to be answered',
      state: 'OFFERED, ACCEPTED, REFUSED, WITHDRAWN, ENDED or HANDED_OUT',
      answered_by: 'who answered, or wrote the answer down',
      answered_at: 'when',
      to_lead: 'who leads it from then on',
      handed_by: 'who handed it out',
      handed_at: 'when',
      summary: 'the paper as it was handed over',
    },
  },
  'app.case_views': {
    row: 'a view of the case list that somebody or an office keeps; codes only',
    level: 'staff',
    read: 'view',
    span: 'person',
    columns: { kept_by: 'who kept it', kept_at: 'when' },
  },
}
