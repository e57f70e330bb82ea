import { isTeam, type Relation, WORKED_ON } from './relations'

/** Who tries a deed, and where. */
export type Standing = {
  relation: Relation
  role: string
  caseState: string
  sensitivity: string
  supervisesMopti: boolean
  offices: readonly string[]
  isColleague: boolean
}
export type Deed = {
  name: string
  table: string
  op: 'INSERT' | 'UPDATE'
  /** SQL expressions; `$case`, `$referral`, `$slip`, `$other` are filled in by the world. */
  set: Readonly<Record<string, string>>
  where?: string
  /** Statements that come first in the same try. */
  before?: string
  /** Statements that follow in the same try: whom it is told. */
  after?: string
  /** From which table the ids of the case come; a referral's children need a referral in this state. */
  referralState?: string
  who: (standing: Standing) => boolean
  /** Values that make the same deed wrong, one at a time. */
  wrong: Readonly<Record<string, readonly string[]>>
}

export const byTeam = ({ relation, caseState }: Standing) => isTeam(relation) && WORKED_ON.includes(caseState)

/** Words about a person: not on the world's draft, whose person nobody has asked. */
export const afterYes = (standing: Standing) => byTeam(standing) && standing.caseState !== 'DRAFT'
