import { type SQL, sql } from 'drizzle-orm'

/** Who of the receiving base has it in hand (nobody: null), and how many there are; `back`: when all are away, from when somebody is not. */
export type Hand = {
  name: string | null
  since: string | null
  mine: boolean
  /** Whoever reads it is noted as away. */
  away: boolean
  people: number
  there: number
  back: string | null
}
/** Nothing where nobody reads it any more, for whoever came by a link, and out of reach. */
export const handOf = (referral: SQL): SQL<Hand | null> => sql<Hand | null>`app.hand_of(${referral})`
