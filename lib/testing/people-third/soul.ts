import type { People } from './peoples'
import type { Origin } from './places'

export type Kin = 'head' | 'wife' | 'child' | 'nephew' | 'elder'
export type Day = { year: number; month: number; day: number }

/** Somebody as they are, whatever is written about them. */
export type Soul = {
  id: number
  home: number
  people: People
  kin: Kin
  sex: 'F' | 'M'
  given: string
  father: string
  /** The family's name, or none where one is called child of one's father. */
  family: string | undefined
  mother: string
  born: Day
  origin: Origin
  phone: string | undefined
  /** Born with another of the home. */
  twin: boolean
}

/** The year in which the register is begun. */
export const THIS_YEAR = 2014
