/**
 * The states of a case, in the order of its life. PURE. `alive`: it has promises and stands in the lists of open work;
 * `worked`: its file is written in. Which verb leads where is in `transitions.ts`.
 */
export const CASE_STATES = {
  DRAFT: { alive: true, worked: true },
  OPEN: { alive: true, worked: true },
  ON_HOLD: { alive: true, worked: true },
  PENDING_CLOSURE: { alive: true, worked: true },
  CLOSED: { alive: false, worked: false },
  TRANSFERRED: { alive: false, worked: false },
  DUPLICATE: { alive: false, worked: false },
} as const satisfies Record<string, { alive: boolean; worked: boolean }>

export type CaseState = keyof typeof CASE_STATES
export const caseStates = Object.keys(CASE_STATES) as CaseState[]
export const isCaseState = (text: string): text is CaseState => Object.hasOwn(CASE_STATES, text)

export type Standing = { state: string; closureReason: string | null }

/** The person took their consent to the file back: only closing and legal duties remain. */
export const isWithdrawn = ({ state, closureReason }: Standing): boolean =>
  closureReason === 'CONSENT_WITHDRAWN' && (state === 'PENDING_CLOSURE' || state === 'CLOSED')

/** Has promises that fall due: alive, not waiting for a day that was agreed on, and wanted by the person. */
export const isAlive = (standing: Standing): boolean =>
  isCaseState(standing.state) &&
  CASE_STATES[standing.state].alive &&
  standing.state !== 'ON_HOLD' &&
  !isWithdrawn(standing)

/** Its file is written in. */
export const isWorkedOn = (standing: Standing): boolean =>
  isCaseState(standing.state) && CASE_STATES[standing.state].worked && !isWithdrawn(standing)
