import { bareWords, foldWord, skeleton } from './fold'
import { jaroWinkler } from './jaro-winkler'
import list from './name-variants.json'

/** Groups of spellings of one name. `sure`: the spelling is listed, not merely close to a listed one. */
export type Resolved = { groups: readonly number[]; sure: boolean }

const canonical = new Map<number, string>()
const byWord = new Map<string, Set<number>>()
const bySkeleton = new Map<string, Set<number>>()
/** Listed spellings under each form with one letter dropped, to find a slip of the pen quickly. */
const byGap = new Map<string, Set<string>>()

const folded = (name: string) => bareWords(name).map(foldWord).join('')
const add = <K, V>(index: Map<K, Set<V>>, key: K, value: V) => {
  const values = index.get(key)
  if (values) values.add(value)
  else index.set(key, new Set([value]))
}
const gaps = (word: string) => [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1)).concat(word)

function enter(group: number, name: string) {
  const word = folded(name)
  add(byWord, word, group)
  add(bySkeleton, skeleton(word), group)
  for (const gap of gaps(word)) add(byGap, gap, word)
}

const lines = list.groups.filter(({ type }) => type !== 'particle')
/** "Mohamed Lamine" is two names, though it stands among the spellings of Lamine. */
const firstWords = new Set(lines.map(({ canonical: name }) => folded(name)))
const twoNames = (name: string) => {
  const [first = '', ...rest] = bareWords(name).map(foldWord)
  return rest.length > 0 && firstWords.has(first)
}
for (const { group, canonical: name, variants } of lines) {
  canonical.set(group, name)
  for (const spelling of [name, ...variants]) if (!twoNames(spelling)) enter(group, spelling)
}

/** The groups a name of the pair lists belongs to; a name without a group gets one of its own. */
function groupsOf(name: string): Set<number> {
  const found = byWord.get(folded(name))
  if (found) return found
  const own = 1000 + canonical.size
  canonical.set(own, name)
  enter(own, name)
  return new Set([own])
}

/** Where a spelling belongs to several groups, the pair lists speak of the group it names. */
function homeOf(name: string): number[] {
  const named = lines.find((line) => line.canonical === name)
  return named ? [named.group] : [...groupsOf(name)]
}

/** Groups borne by men or by women only; others may be either. */
const bearers = new Map(
  lines.flatMap(({ group, type }) =>
    type === 'surname' ? [] : [[group, type === 'female_given' ? ('F' as const) : ('M' as const)] as const],
  ),
)
export const bearerOf = (group: number): 'F' | 'M' | undefined => bearers.get(group)

const linkKey = (a: number, b: number) => (a < b ? `${a}-${b}` : `${b}-${a}`)
function links(pairs: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(
    pairs.flatMap(([a = '', b = '']) => homeOf(a).flatMap((x) => homeOf(b).map((y) => linkKey(x, y)))),
  )
}
const barred = links(list.must_not_match)
const weak = links(list.weak_links)
const linked = (known: ReadonlySet<string>, a: readonly number[], b: readonly number[]) =>
  a.some((x) => b.some((y) => x !== y && known.has(linkKey(x, y))))

export const areBarred = (a: readonly number[], b: readonly number[]): boolean => linked(barred, a, b)
export const areWeaklyLinked = (a: readonly number[], b: readonly number[]): boolean => linked(weak, a, b)
const givenGroups = new Set(lines.flatMap(({ group, type }) => (type === 'surname' ? [] : [group])))
export const isGiven = (group: number): boolean => givenGroups.has(group)

/** Whether a folded word is one of the listed spellings. */
export const isListed = (word: string): boolean => byWord.has(word)

/** Likeness from which an unlisted spelling counts as a slip of a listed one. */
const closeEnough = (word: string) => (word.length > 5 ? 0.88 : 0.92)

/** Finds the groups of a folded word. `bare` words have no short vowels (Arabic script): consonants decide. */
export function resolve(word: string, bare = false): Resolved {
  const listed = byWord.get(word)
  if (listed) return { groups: [...listed], sure: true }
  const same = bare ? bySkeleton.get(skeleton(word)) : undefined
  if (same && same.size <= 3) return { groups: [...same], sure: false }
  return { groups: closest(word), sure: false }
}

/** One vowel apart in a short name ("Omou", "Oumou"): too short for likeness to tell. */
const vowelsApart = (word: string, spelling: string) =>
  word.length === spelling.length && skeleton(word) === skeleton(spelling)

function closest(word: string): number[] {
  if (word.length < 3 || word.length > 30) return []
  const near = new Set(gaps(word).flatMap((gap) => [...(byGap.get(gap) ?? [])]))
  const found = [...near]
    .map((spelling) => ({ spelling, likeness: jaroWinkler(word, spelling) }))
    .filter(({ spelling, likeness }) => likeness >= closeEnough(word) || vowelsApart(word, spelling))
  // A slip may fall between two names ("Aïssta"): both stay possible.
  const best = Math.max(...found.map(({ likeness }) => likeness))
  const kept = found.filter(({ likeness }) => likeness >= best - 0.03)
  return [...new Set(kept.flatMap(({ spelling }) => [...(byWord.get(spelling) ?? [])]))].slice(0, 3)
}
