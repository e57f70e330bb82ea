import { sql } from 'drizzle-orm'
import type { ReferralState } from '../machine/states'

/** `('SENT', 'ACKNOWLEDGED')` from the one table of states, for a statement that is written out. */
export const statesSql = (states: readonly ReferralState[]) =>
  sql.raw(`(${states.map((state) => `'${state}'`).join(', ')})`)
