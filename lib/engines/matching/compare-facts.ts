import {
  compareHouseholds,
  compareNames,
  type Home,
  type HouseholdLevel,
  type NameLevel,
} from './compare-names'
import { jaroWinkler } from './jaro-winkler'
import type { Birth } from './person'
import type { Place, Prepared } from './prepare'

export type OriginLevel =
  | 'village'
  | 'villageNear'
  | 'villageElsewhere'
  | 'cercle'
  | 'cercleOnly'
  | 'far'
  | 'farOnly'
  | 'missing'
export type BirthLevel =
  | 'date'
  | 'year'
  | 'yearNotDate'
  | 'oneOff'
  | 'threeOff'
  | 'tenOff'
  | 'far'
  | 'missing'
export type SameLevel = 'same' | 'other' | 'missing'
/** The facts weighed, each with the levels of agreement it can reach. */
export type Levels = {
  given: NameLevel
  mother: NameLevel
  household: HouseholdLevel
  family: NameLevel
  origin: OriginLevel
  birth: BirthLevel
  phone: SameLevel
  sex: SameLevel
}
export type Fact = keyof Levels
export type Comparison = {
  levels: Levels
  /** What both have in common in a fact, for weighing how rare it is: names, the cercle, the years of birth. */
  shared: Record<'given' | 'mother' | 'household' | 'family' | 'origin' | 'birth', readonly string[]>
}

const equal = (a: string | undefined, b: string | undefined): SameLevel =>
  a === undefined || b === undefined ? 'missing' : a === b ? 'same' : 'other'

function compareVillages(a: Place, b: Place): 'same' | 'near' | 'other' {
  if (a.text === b.text) return 'same'
  const likeness = jaroWinkler(a.text, b.text)
  return (a.bones === b.bones && likeness >= 0.85) || likeness >= 0.95 ? 'near' : 'other'
}

function compareOrigins(a: Prepared, b: Prepared): OriginLevel {
  const cercle = equal(a.cercle, b.cercle)
  if (!a.village || !b.village) {
    return cercle === 'missing' ? 'missing' : cercle === 'same' ? 'cercleOnly' : 'farOnly'
  }
  const village = compareVillages(a.village, b.village)
  if (village === 'other') return cercle === 'same' ? 'cercle' : 'far'
  if (cercle === 'other') return 'villageElsewhere'
  return village === 'same' ? 'village' : 'villageNear'
}

const hasDate = (birth: Birth) => birth.month !== undefined && birth.day !== undefined

/** Years apart beyond what the two records themselves admit. */
function compareBirths(a: Birth | undefined, b: Birth | undefined): BirthLevel {
  if (!a || !b) return 'missing'
  const apart = Math.max(0, Math.abs(a.year - b.year) - Math.max(a.within ?? 0, b.within ?? 0))
  if (apart === 0) {
    if (!hasDate(a) || !hasDate(b) || a.year !== b.year) return 'year'
    return a.month === b.month && a.day === b.day ? 'date' : 'yearNotDate'
  }
  if (apart === 1) return 'oneOff'
  if (apart <= 3) return 'threeOff'
  return apart <= 10 ? 'tenOff' : 'far'
}

/** The five years in which both were born, or halfway: there are many more children than old people. */
export const yearsKey = (year: number): string => String(Math.floor(year / 5) * 5)

function sharedYears(a: Birth | undefined, b: Birth | undefined): readonly string[] {
  return a && b && Math.abs(a.year - b.year) <= 3 ? [yearsKey((a.year + b.year) / 2)] : []
}

/** Where the other file does not name the mother, she may still stand there among the household. */
const homeOf = (person: Prepared, other: Prepared): Home => ({
  given: person.given,
  members:
    other.mother.length === 0 && person.mother.length > 0
      ? [...person.household, person.mother]
      : person.household,
})

/** Compares two people fact by fact; the same whichever comes first. */
export function compareFacts(a: Prepared, b: Prepared): Comparison {
  const given = compareNames(a.given, b.given)
  const mother = compareNames(a.mother, b.mother)
  const household = compareHouseholds(homeOf(a, b), homeOf(b, a))
  const family = compareNames(a.family, b.family)
  return {
    levels: {
      given: given.level,
      mother: mother.level,
      household: household.level,
      family: family.level,
      origin: compareOrigins(a, b),
      birth: compareBirths(a.birth, b.birth),
      phone: equal(a.phone, b.phone),
      sex: equal(a.sex, b.sex),
    },
    shared: {
      given: given.shared,
      mother: mother.shared,
      household: household.shared,
      family: family.shared,
      origin: a.cercle !== undefined && a.cercle === b.cercle ? [a.cercle] : [],
      birth: sharedYears(a.birth, b.birth),
    },
  }
}
