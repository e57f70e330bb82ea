import type { CaseState } from './states'

/** Who acts: somebody of the case's team, a supervisor who may decide on it, or what follows from a colleague's no. */
export type CaseParty = 'team' | 'supervisor' | 'system'
type Transition = { verb: string; from: CaseState; to: CaseState; by: CaseParty }

/** By a second person's word a file points at the same person's other one; by two words it stands as before (`likeness`). */
const MERGES = (['DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE', 'CLOSED', 'TRANSFERRED'] as const).flatMap(
  (state) =>
    (['team', 'supervisor'] as const).flatMap((by) => [
      { verb: 'merge' as const, from: state, to: 'DUPLICATE' as const, by },
      { verb: 'undo-merge' as const, from: 'DUPLICATE' as const, to: state, by },
    ]),
)

/** Every change of state there is. PURE. The database holds the same rows (app.case_transitions); a test compares. */
export const CASE_TRANSITIONS = [
  { verb: 'open', from: 'DRAFT', to: 'OPEN', by: 'team' },
  { verb: 'withdraw-case-consent', from: 'DRAFT', to: 'PENDING_CLOSURE', by: 'team' },
  { verb: 'withdraw-case-consent', from: 'OPEN', to: 'PENDING_CLOSURE', by: 'team' },
  { verb: 'withdraw-case-consent', from: 'ON_HOLD', to: 'PENDING_CLOSURE', by: 'team' },
  { verb: 'withdraw-case-consent', from: 'OPEN', to: 'PENDING_CLOSURE', by: 'system' },
  { verb: 'withdraw-case-consent', from: 'ON_HOLD', to: 'PENDING_CLOSURE', by: 'system' },
  { verb: 'close', from: 'PENDING_CLOSURE', to: 'CLOSED', by: 'supervisor' },
  ...MERGES,
] as const satisfies readonly Transition[]

export type CaseVerb = (typeof CASE_TRANSITIONS)[number]['verb']

/** Where a verb leads and which of our people does it; nothing where it does not apply. */
export const transitionOf = (state: string, verb: CaseVerb) =>
  CASE_TRANSITIONS.find((row) => row.from === state && row.verb === verb && row.by !== 'system')
