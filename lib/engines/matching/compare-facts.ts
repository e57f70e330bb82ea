import { type BirthLevel, compareBirths } from './compare-births'
import { compareFullNames } from './compare-full-names'
import { compareHouseholds, type HouseholdLevel } from './compare-households'
import { compareNames, type NameLevel } from './compare-names'
import { compareOrigins, type OriginLevel } from './compare-origins'
import { oneLetterApart } from './one-letter'
import type { Prepared } from './prepare'

export type SameLevel = 'same' | 'other' | 'missing'
export type PhoneLevel = 'same' | 'near' | 'other' | 'missing'
/** The facts weighed, each with the levels of agreement it can reach. */
export type Levels = {
  given: NameLevel
  mother: NameLevel
  household: HouseholdLevel
  family: NameLevel
  origin: OriginLevel
  birth: BirthLevel
  phone: PhoneLevel
  sex: SameLevel
}
export type Fact = keyof Levels

const equal = (a: string | undefined, b: string | undefined): SameLevel =>
  a === undefined || b === undefined ? 'missing' : a === b ? 'same' : 'other'

function comparePhones(a: string | undefined, b: string | undefined): PhoneLevel {
  const said = equal(a, b)
  return said === 'other' && a && b && a.length === 8 && oneLetterApart(a, b) ? 'near' : said
}

/** Where only one file names the mother, she may still stand among the other's household. */
function motherAtHome(named: Prepared, other: Prepared): 'atHome' | undefined {
  if (named.mother.length === 0 || other.mother.length > 0) return undefined
  const found = other.household.some((member) => {
    const level = compareNames(named.mother, member)
    return level === 'same' || level === 'double'
  })
  return found ? 'atHome' : undefined
}

const compareMothers = (a: Prepared, b: Prepared): NameLevel =>
  motherAtHome(a, b) ?? motherAtHome(b, a) ?? compareNames(a.mother, b.mother)

/** Compares two people fact by fact; the same whichever comes first. */
export function compareFacts(a: Prepared, b: Prepared): Levels {
  const { given, family } = compareFullNames(a, b)
  const mother = compareMothers(a, b)
  return {
    given,
    mother,
    household: compareHouseholds(a, b, given, mother),
    family,
    origin: compareOrigins(a, b),
    birth: compareBirths(a.birth, b.birth),
    phone: comparePhones(a.phone, b.phone),
    sex: equal(a.sex, b.sex),
  }
}
