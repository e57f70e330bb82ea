import type { Name } from './names/name'
import type { People } from './names/peoples'
import type { Place } from './places'

/** The hidden truth: who somebody is, whatever is written about them. */
export type Identity = {
  id: number
  people: People
  sex: 'F' | 'M'
  given: Name
  /** A second given name, used by some registrars only. */
  second: Name | null
  father: Name
  grandfather: Name
  clan: Name | null
  mother: Name
  born: { year: number; month: number; day: number }
  /** Whether a paper says the day; without, people know the year at best. */
  hasPaper: boolean
  home: Place
  phone: string | null
  /** Everybody of the household, this person too. */
  household: Household
}

/** People who live together; filled while the family is made up. */
export type Household = { id: number; members: Identity[] }
