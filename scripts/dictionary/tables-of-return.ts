import type { TableWords } from './words'

const ofCase = { level: 'person', read: 'reach', span: 'case' } as const

/** A return, its journey, grants in kind, what was handed over and what visits found. */
export const returnTables: Readonly<Record<string, TableWords>> = {
  'app.return_paths': {
    row: 'the path of a case: through where somebody came, where they go, what they need to settle again',
    ...ofCase,
    columns: {
      because: 'which concern called for it, or that the team decided so',
      escort: 'whether a child travels, and somebody with them',
      opened_by: 'who opened it',
      opened_at: 'when; the limits of the journey count from here',
    },
  },
  'app.return_steps': {
    row: 'one note about a step of the journey; the newest of a step decides',
    ...ofCase,
    columns: { noted_by: 'who noted it', noted_at: 'when it was written down' },
  },
  'app.return_grants': {
    row: 'a grant in kind with its budget, from its plan to the decision',
    ...ofCase,
    columns: {
      total: 'what the lines come to, worked out by the database',
      last_verb: 'which verb wrote it last',
      made_by: 'who began it',
      made_at: 'when',
      asked_by: 'who asked for it',
      asked_at: 'when',
      decided_by: 'the second person, who decided',
      decided_at: 'when',
    },
  },
  'app.grant_deliveries': {
    row: 'what was handed over of a grant at once, before whom and against which receipt',
    ...ofCase,
    columns: {
      total: 'what the lines come to, worked out by the database',
      given_by: 'who handed it over',
      noted_at: 'when it was written down',
    },
  },
  'app.delivery_receipts': {
    row: 'a document of the case that is the receipt of a delivery',
    ...ofCase,
    columns: { tied_by: 'who tied it', tied_at: 'when' },
  },
  'app.grant_visits': {
    row: 'what a visit after a delivery found, and what follows',
    ...ofCase,
    columns: { visited_by: 'who visited', noted_at: 'when it was written down' },
  },
}
