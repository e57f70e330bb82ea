import { sql } from 'drizzle-orm'
import { CASE_STATES, type CaseState, caseStates } from './states'

/** Cases that stand in the lists of open work. */
export const LIVING: readonly CaseState[] = caseStates.filter((state) => CASE_STATES[state].alive)
export const ENDED: readonly CaseState[] = caseStates.filter((state) => !CASE_STATES[state].alive)

/** `('OPEN', 'ON_HOLD')`, for a statement that is written out: as constants, so that the partial indexes apply. */
export const caseStatesSql = (states: readonly CaseState[]) =>
  sql.raw(`(${states.map((state) => `'${state}'`).join(', ')})`)
