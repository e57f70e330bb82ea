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
}
