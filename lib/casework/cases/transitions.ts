import type { CaseState } from './states'

/** Who acts: somebody of the case's team, or a supervisor who may decide on it. */
export type CaseParty = 'team' | 'supervisor'
type Transition = { verb: string; from: CaseState; to: CaseState; by: CaseParty }

/** Every change of state there is. PURE. The database holds the same rows (app.case_transitions); a test compares. */
export const CASE_TRANSITIONS = [
  { verb: 'open', from: 'DRAFT', to: 'OPEN', by: 'team' },
  { verb: 'withdraw-case-consent', from: 'DRAFT', to: 'PENDING_CLOSURE', by: 'team' },
  { verb: 'withdraw-case-consent', from: 'OPEN', to: 'PENDING_CLOSURE', by: 'team' },
  { verb: 'withdraw-case-consent', from: 'ON_HOLD', to: 'PENDING_CLOSURE', by: 'team' },
  { verb: 'close', from: 'PENDING_CLOSURE', to: 'CLOSED', by: 'supervisor' },
] as const satisfies readonly Transition[]

export type CaseVerb = (typeof CASE_TRANSITIONS)[number]['verb']

/** Where a verb leads and which of our people does it; nothing where it does not apply. */
export const transitionOf = (state: string, verb: CaseVerb) =>
  CASE_TRANSITIONS.find((row) => row.from === state && row.verb === verb)
