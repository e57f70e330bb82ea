import { type SQL, sql } from 'drizzle-orm'
import { CLOSED, type ReferralState } from '../machine/states'

/** `('SENT', 'ACKNOWLEDGED')` from the one table of states, for a statement that is written out. */
export const statesSql = (states: readonly ReferralState[]) =>
  sql.raw(`(${states.map((state) => `'${state}'`).join(', ')})`)

/** Referrals `r` that are not over, or those that are: as constants, word for word as the partial indexes say it. */
export const isLive = (live: boolean): SQL =>
  sql`r.state ${sql.raw(live ? 'not in' : 'in')} ${statesSql(CLOSED)}`
