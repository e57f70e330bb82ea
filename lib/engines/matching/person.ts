/** What is known of a person when asking whether two files are about the same one. All facts may be missing. */
export type Person = {
  /** Given names as written, in any order and in Latin or Arabic script. */
  given?: string | undefined
  /** Surname, or a patronymic such as "Ag Mohamed". */
  family?: string | undefined
  /** The mother's first name. */
  mother?: string | undefined
  /** First names of other members of the household, 20 at most. */
  household?: readonly string[] | undefined
  /** Village or quarter of origin, as written. */
  village?: string | undefined
  /** Code of the cercle of origin, such as ML0703. */
  cercle?: string | undefined
  birth?: Birth | undefined
  /** Any usual notation; the last eight digits are compared. */
  phone?: string | undefined
  sex?: 'F' | 'M' | 'X' | 'U' | undefined
}

/** A year from 1880 to 2100. `within`: the year is true to within so many years (0 to 20). */
export type Birth = {
  year: number
  month?: number | undefined
  day?: number | undefined
  within?: number | undefined
}

export type PersonField = keyof Person | 'person' | 'key' | 'candidates'
export type InputReason = 'type' | 'length' | 'characters' | 'date' | 'range' | 'unknown'

/** The only error this engine throws: which field could not be used, and why. */
export class PersonInputError extends Error {
  override readonly name = 'PersonInputError'
  readonly field: PersonField
  readonly reason: InputReason
  constructor(field: PersonField, reason: InputReason) {
    super(`${field}: ${reason}`)
    this.field = field
    this.reason = reason
  }
}
