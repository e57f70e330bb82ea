import { agrees, compareNames, type NameLevel } from './compare-names'
import { isNamesake } from './namesake'
import type { Prepared } from './prepare'
import type { Word } from './words'

/**
 * `several`: two members or more, and half of the shorter list, are named in both files; `same`: one member of a short
 * list; `few`: somebody, but long lists share a frequent name by chance; `near`: perhaps somebody; `named`: one file
 * names the other's person among the members, so there are two of them. `…Whole`: a list is long enough to be the
 * whole household, and nobody in either bears the name asked about, so it is not a father, a son or a half-brother.
 */
export type HouseholdLevel =
  | 'severalWhole'
  | 'several'
  | 'same'
  | 'fewWhole'
  | 'few'
  | 'near'
  | 'other'
  | 'named'
  | 'missing'
type Name = readonly Word[]
type Lists = { a: readonly Name[]; b: readonly Name[] }

const sure: ReadonlySet<NameLevel> = new Set<NameLevel>(['double', 'same'])
const partly: ReadonlySet<NameLevel> = new Set<NameLevel>(['near', 'part', 'tail'])
const named: ReadonlySet<NameLevel> = new Set<NameLevel>(['double', 'same', 'part'])
/** Where the two given names agree even in part, a member of that name may be anybody. */
const apart: ReadonlySet<NameLevel> = new Set<NameLevel>(['other', 'weak', 'close', 'barred'])
/** Up to so many members, a list shares no name by chance. */
const shortList = 3

/**
 * Whether one file names the other's person, in its household or as its mother. A mother in whom the files agree is no
 * such sign: both would name her.
 */
function names(one: Prepared, other: Prepared, mothersAgree: boolean): boolean {
  const kin =
    mothersAgree || isNamesake(one.mother, one.given) ? one.household : [...one.household, one.mother]
  return kin.some((member) => named.has(compareNames(member, other.given)))
}

/** How many members of one list stand in the other. */
function common({ a, b }: Lists, levels: ReadonlySet<NameLevel>): number {
  const [here, there] = [new Set<Name>(), new Set<Name>()]
  for (const one of a) {
    for (const other of b) {
      if (!levels.has(compareNames(one, other))) continue
      here.add(one)
      there.add(other)
    }
  }
  return Math.min(here.size, there.size)
}

function levelOf(count: number, { a, b }: Lists, isWhole: boolean): HouseholdLevel {
  const [shorter, longer] = a.length < b.length ? [a.length, b.length] : [b.length, a.length]
  const whole = isWhole && longer > shortList
  if (count > 1 && 2 * count >= shorter) return whole ? 'severalWhole' : 'several'
  if (longer <= shortList) return 'same'
  return whole ? 'fewWhole' : 'few'
}

/**
 * Compares the members named on each side; the same whichever comes first and in whatever order they are listed.
 *
 * What it says never grows as the given names agree less: a namesake at home is set aside only where both files mean
 * that name, and a household is known to have no namesake only where nobody is called like either.
 */
export function compareHouseholds(
  one: Prepared,
  other: Prepared,
  given: NameLevel,
  mother: NameLevel,
): HouseholdLevel {
  const mothersAgree = agrees(mother) || mother === 'atHome'
  if (apart.has(given) && (names(one, other, mothersAgree) || names(other, one, mothersAgree))) return 'named'
  const lists = { a: one.household, b: other.household }
  if (lists.a.length === 0 || lists.b.length === 0) return 'missing'
  const known = common(lists, sure)
  if (known > 0) {
    const hasNamesake = (member: Name) => isNamesake(member, one.given) || isNamesake(member, other.given)
    const isWhole = agrees(given) && ![...lists.a, ...lists.b].some(hasNamesake)
    return levelOf(known, lists, isWhole)
  }
  if (common(lists, partly) > 0) return 'near'
  const isOther = (member: Name) =>
    !agrees(given) || !isNamesake(member, one.given) || !isNamesake(member, other.given)
  return lists.a.some(isOther) && lists.b.some(isOther) ? 'other' : 'missing'
}
