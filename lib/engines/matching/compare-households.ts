import { compareNames, type NameLevel, type Shared } from './compare-names'
import { isNamesake } from './namesake'
import type { Prepared } from './prepare'
import type { Word } from './words'

/**
 * `several`: two members or more, and half of the shorter list, are named in both files; `same`: one member of a short
 * list; `few`: somebody, but long lists share a frequent name by chance; `near`: perhaps somebody; `named`: one file
 * names the other's person among the members, so there are two of them.
 */
export type HouseholdLevel = 'several' | 'same' | 'few' | 'near' | 'other' | 'named' | 'missing'
export type HouseholdComparison = { level: HouseholdLevel; shared: Shared }
type Name = readonly Word[]
type Home = { given: Name; members: readonly Name[]; kin: readonly Name[] }

const sure: ReadonlySet<NameLevel> = new Set<NameLevel>(['double', 'same'])
const partly: ReadonlySet<NameLevel> = new Set<NameLevel>(['near', 'part', 'tail'])
const named: ReadonlySet<NameLevel> = new Set<NameLevel>(['double', 'same', 'part'])
/** Where the two given names agree even in part, a member of that name may be anybody. */
const apart: ReadonlySet<NameLevel> = new Set<NameLevel>(['other', 'weak', 'close', 'barred'])
/** Longer lists share a frequent name by chance. */
const shortList = 3

/** Where the other file does not name the mother, naming her as its person still tells two people apart. */
function homeOf({ given, members, mother }: Prepared, other: Prepared): Home {
  const unnamed = other.mother.length === 0 && mother.length > 0 && !isNamesake(mother, given)
  return { given, members, kin: unnamed ? [...members, mother] : members }
}

const names = ({ kin }: Home, { given }: Home) =>
  kin.some((member) => named.has(compareNames(member, given).level))

/** How many members of one home stand in the other, and what they are called. */
function common(a: Home, b: Home, levels: ReadonlySet<NameLevel>) {
  const shared: (readonly string[])[] = []
  const [here, there] = [new Set<Name>(), new Set<Name>()]
  for (const one of a.members) {
    for (const other of b.members) {
      const said = compareNames(one, other)
      if (!levels.has(said.level)) continue
      here.add(one)
      there.add(other)
      shared.push(...said.shared)
    }
  }
  return { count: Math.min(here.size, there.size), shared }
}

function levelOf(count: number, a: Home, b: Home): HouseholdLevel {
  const [shorter, longer] = [a.members.length, b.members.length].sort((x, y) => x - y)
  if (count > 1 && 2 * count >= (shorter ?? 0)) return 'several'
  return (longer ?? 0) <= shortList ? 'same' : 'few'
}

/** Compares the members named on each side; the same whichever comes first and in whatever order they are listed. */
export function compareHouseholds(one: Prepared, other: Prepared, given: NameLevel): HouseholdComparison {
  const [a, b] = [homeOf(one, other), homeOf(other, one)]
  if (apart.has(given) && (names(a, b) || names(b, a))) return { level: 'named', shared: [] }
  if (a.members.length === 0 || b.members.length === 0) return { level: 'missing', shared: [] }
  const known = common(a, b, sure)
  if (known.count > 0) return { level: levelOf(known.count, a, b), shared: known.shared }
  const maybe = common(a, b, partly)
  return maybe.count > 0 ? { level: 'near', shared: maybe.shared } : { level: 'other', shared: [] }
}
