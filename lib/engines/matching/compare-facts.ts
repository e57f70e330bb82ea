import { type BirthLevel, compareBirths, sharedYears } from './compare-births'
import { compareFullNames } from './compare-full-names'
import { compareHouseholds, type HouseholdLevel } from './compare-households'
import { compareNames, type NameComparison, type NameLevel, type Shared } from './compare-names'
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
export type Comparison = {
  levels: Levels
  /** What both have in common in a fact, for weighing how rare it is: names, the cercle, the years of birth. */
  shared: Record<'given' | 'mother' | 'household' | 'family' | 'origin' | 'birth', Shared>
}

const equal = (a: string | undefined, b: string | undefined): SameLevel =>
  a === undefined || b === undefined ? 'missing' : a === b ? 'same' : 'other'

function comparePhones(a: string | undefined, b: string | undefined): PhoneLevel {
  const said = equal(a, b)
  return said === 'other' && a && b && a.length === 8 && oneLetterApart(a, b) ? 'near' : said
}

/** Where only one file names the mother, she may still stand among the other's household. */
function motherAtHome(named: Prepared, other: Prepared): NameComparison | undefined {
  if (named.mother.length === 0 || other.mother.length > 0) return undefined
  const found = other.household.map((member) => compareNames(named.mother, member))
  const sure = found.filter(({ level }) => level === 'same' || level === 'double')
  return sure.length > 0 ? { level: 'atHome', shared: sure.flatMap(({ shared }) => shared) } : undefined
}

const compareMothers = (a: Prepared, b: Prepared): NameComparison =>
  motherAtHome(a, b) ?? motherAtHome(b, a) ?? compareNames(a.mother, b.mother)

/** Compares two people fact by fact; the same whichever comes first. */
export function compareFacts(a: Prepared, b: Prepared): Comparison {
  const { given, family } = compareFullNames(a, b)
  const mother = compareMothers(a, b)
  const household = compareHouseholds(a, b, given.level, mother.level)
  return {
    levels: {
      given: given.level,
      mother: mother.level,
      household: household.level,
      family: family.level,
      origin: compareOrigins(a, b),
      birth: compareBirths(a.birth, b.birth),
      phone: comparePhones(a.phone, b.phone),
      sex: equal(a.sex, b.sex),
    },
    shared: {
      given: given.shared,
      mother: mother.shared,
      household: household.shared,
      family: family.shared,
      origin: a.cercle !== undefined && a.cercle === b.cercle ? [[a.cercle]] : [],
      birth: sharedYears(a.birth, b.birth),
    },
  }
}
