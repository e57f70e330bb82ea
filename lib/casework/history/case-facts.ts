/**
 * What the past keeps of the case itself, and with `rating.` of the rating of its risk, by column; a field of a person's
 * forms stands in `people/kept.ts`. Labels: `cases.past.<name>`. PURE.
 */
export const CASE_FACTS = {
  sensitivity: 'app.cases',
  do_not_contact: 'app.cases',
  lead_id: 'app.cases',
  office_id: 'app.cases',
  hold_until: 'app.cases',
  closure_reason: 'app.cases',
  retention_class: 'app.cases',
  erase_on: 'app.cases',
  'rating.risk': 'app.case_proposals',
  'rating.restrict_proposed': 'app.case_proposals',
  'rating.rules': 'app.case_proposals',
  'rating.clocks': 'app.case_proposals',
  'rating.happened_at': 'app.case_proposals',
  'rating.lower_reason': 'app.case_proposals',
  'rating.open_reason': 'app.case_proposals',
} as const
export type CaseFact = keyof typeof CASE_FACTS
export const isCaseFact = (column: string): column is CaseFact => Object.hasOwn(CASE_FACTS, column)

/** Said on the page of risk and contact. */
export const isOfTheRating = (fact: CaseFact): boolean => fact.startsWith('rating.')
