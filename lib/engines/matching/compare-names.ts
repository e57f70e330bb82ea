import { jaroWinkler } from './jaro-winkler'
import { areBarred, areWeaklyLinked, canonicalOf } from './variants'
import type { Word } from './words'

/**
 * How two names compare, order of words free. `double`: two words or more agree; `part`: one has words more;
 * `mixed`: some words agree, some do not; `close`: perhaps a slip of the pen; `weak`: names sometimes
 * exchanged; `barred`: names that look alike and never match.
 */
export type NameLevel =
  | 'double'
  | 'same'
  | 'near'
  | 'part'
  | 'mixed'
  | 'close'
  | 'weak'
  | 'barred'
  | 'other'
  | 'missing'
/** `shared`: the names in common, for weighing how rare they are. */
export type NameComparison = { level: NameLevel; shared: readonly string[] }

const nothing = { level: 'missing', shared: [] } as const
const overlap = (a: Word, b: Word) => a.groups.some((group) => b.groups.includes(group))

/** The name a word stands for in the table of frequencies. */
export const nameKey = (word: Word): string =>
  word.groups[0] === undefined ? word.text : canonicalOf(word.groups[0])

const unlike = 0
const close = 1
const near = 2
const same = 3

function relation(a: Word, b: Word): number {
  // Two listed names that share no group are two names, however alike they look.
  if (a.groups.length > 0 && b.groups.length > 0) {
    if (!overlap(a, b)) return a.sure && b.sure ? unlike : likeness(a, b, 1.1)
    return a.text === b.text || (a.sure && b.sure) ? same : near
  }
  return a.text === b.text ? same : likeness(a, b, 0.9)
}

function likeness(a: Word, b: Word, nearFrom: number): number {
  const alike = jaroWinkler(a.text, b.text)
  if (alike >= nearFrom) return near
  if (nearFrom < 1 && a.bones === b.bones && a.bones.length >= 3 && alike >= 0.8) return near
  return alike >= 0.82 ? close : unlike
}

const anyPair = (a: readonly Word[], b: readonly Word[], test: typeof areBarred) =>
  a.some((x) => b.some((y) => test(x.groups, y.groups)))

const bestOf = (words: readonly Word[], others: readonly Word[]) =>
  words.map((word) => others.reduce((best, other) => Math.max(best, relation(word, other)), unlike))

function unmatched(a: readonly Word[], b: readonly Word[], best: number): NameLevel {
  if (anyPair(a, b, areWeaklyLinked)) return 'weak'
  return best === close ? 'close' : 'other'
}

function sharedNames(a: readonly Word[], b: readonly Word[]): readonly string[] {
  const [one, other] = [a.map(nameKey), b.map(nameKey)]
  const common = one.filter((key) => other.includes(key))
  return common.length > 0 ? common : [...one, ...other]
}

/** Compares two names; the same whichever comes first. */
export function compareNames(a: readonly Word[], b: readonly Word[]): NameComparison {
  if (a.length === 0 || b.length === 0) return nothing
  const bestA = bestOf(a, b)
  const bestB = bestOf(b, a)
  const agreeA = a.filter((_, at) => (bestA[at] ?? unlike) >= near)
  const agreeB = b.filter((_, at) => (bestB[at] ?? unlike) >= near)
  const rest = (words: readonly Word[], agree: readonly Word[]) =>
    words.filter((word) => !agree.includes(word))
  if (anyPair(rest(a, agreeA), rest(b, agreeB), areBarred)) return { level: 'barred', shared: [] }
  const matched = Math.min(agreeA.length, agreeB.length)
  if (matched === 0) return { level: unmatched(a, b, Math.max(...bestA)), shared: [] }
  const shared = sharedNames(agreeA, agreeB)
  if (matched > 1) return { level: 'double', shared }
  if (a.length > 1 && b.length > 1) return { level: 'mixed', shared }
  if (a.length !== b.length) return { level: 'part', shared }
  return { level: bestA[0] === same ? 'same' : 'near', shared }
}

/** `named`: one file names the other's person among the members of the household, so there are two of them. */
export type HouseholdLevel = 'same' | 'near' | 'other' | 'named' | 'missing'
export type Home = { given: readonly Word[]; members: readonly (readonly Word[])[] }

const names = (home: Home, { given }: Home) =>
  given.length > 0 &&
  home.members.some((member) => {
    const { level } = compareNames(member, given)
    return level === 'double' || level === 'same' || level === 'part'
  })

/** The best agreement between any two members named on each side, unless one side names the other. */
export function compareHouseholds(a: Home, b: Home): { level: HouseholdLevel; shared: readonly string[] } {
  if (names(a, b) || names(b, a)) return { level: 'named', shared: [] }
  if (a.members.length === 0 || b.members.length === 0) return nothing
  let best: { level: HouseholdLevel; shared: readonly string[] } = { level: 'other', shared: [] }
  for (const one of a.members) {
    for (const other of b.members) {
      const { level, shared } = compareNames(one, other)
      if (level === 'same' || level === 'double') return { level: 'same', shared }
      if (level === 'near' || level === 'part') best = { level: 'near', shared }
    }
  }
  return best
}
