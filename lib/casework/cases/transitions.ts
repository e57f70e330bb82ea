import type { CaseState } from './states'

/** Who acts: somebody of the case's team, its lead alone, or a supervisor who may decide on it. */
export const CASE_PARTIES = ['team', 'lead', 'supervisor'] as const
export type CaseParty = (typeof CASE_PARTIES)[number]
type Transition = { verb: string; from: CaseState; to: CaseState; by: CaseParty; asks?: 'reason' | 'closing' }

/** By a second person's word a file points at the same person's other one; by two words it stands as before (`likeness`). */
const MERGES = (['DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE', 'CLOSED', 'TRANSFERRED'] as const).flatMap(
  (state) =>
    (['team', 'supervisor'] as const).flatMap((by) => [
      { verb: 'merge' as const, from: state, to: 'DUPLICATE' as const, by },
      { verb: 'undo-merge' as const, from: 'DUPLICATE' as const, to: state, by },
    ]),
)

/**
 * Every change of state there is. PURE. The database holds the same rows (app.case_transitions); a test compares and
 * tries them. `asks`: a coded reason, or what was checked before closing. A draft that ends without a file leaves no
 * case behind and is no move.
 */
export const CASE_TRANSITIONS = [
  { verb: 'open', from: 'DRAFT', to: 'OPEN', by: 'team' },
  { verb: 'hold', from: 'OPEN', to: 'ON_HOLD', by: 'team', asks: 'reason' },
  { verb: 'resume', from: 'ON_HOLD', to: 'OPEN', by: 'team' },
  { verb: 'ask-closure', from: 'OPEN', to: 'PENDING_CLOSURE', by: 'team', asks: 'closing' },
  { verb: 'ask-closure', from: 'ON_HOLD', to: 'PENDING_CLOSURE', by: 'team', asks: 'closing' },
  { verb: 'withdraw-case-consent', from: 'DRAFT', to: 'PENDING_CLOSURE', by: 'team' },
  { verb: 'withdraw-case-consent', from: 'OPEN', to: 'PENDING_CLOSURE', by: 'team' },
  { verb: 'withdraw-case-consent', from: 'ON_HOLD', to: 'PENDING_CLOSURE', by: 'team' },
  { verb: 'return-closure', from: 'PENDING_CLOSURE', to: 'OPEN', by: 'supervisor' },
  { verb: 'close', from: 'PENDING_CLOSURE', to: 'CLOSED', by: 'supervisor' },
  { verb: 'hand-out', from: 'OPEN', to: 'TRANSFERRED', by: 'supervisor' },
  { verb: 'reopen', from: 'CLOSED', to: 'OPEN', by: 'supervisor', asks: 'reason' },
  { verb: 'reopen', from: 'CLOSED', to: 'OPEN', by: 'lead', asks: 'reason' },
  ...MERGES,
] as const satisfies readonly Transition[]

export type CaseVerb = (typeof CASE_TRANSITIONS)[number]['verb']
export const caseVerbs = [...new Set(CASE_TRANSITIONS.map(({ verb }) => verb))]

/** Where a verb leads from here, and as whom it may be done; the first of `parties` that the table knows. */
export const transitionOf = (state: string, verb: CaseVerb, parties: readonly CaseParty[] = CASE_PARTIES) =>
  CASE_TRANSITIONS.find((row) => row.from === state && row.verb === verb && parties.includes(row.by))
