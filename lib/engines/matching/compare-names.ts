import { jaroWinkler } from './jaro-winkler'
import { oneLetterApart } from './one-letter'
import { areBarred, areWeaklyLinked } from './variants'
import type { Word } from './words'

/**
 * How two names compare, order of words free. `double`: two words or more agree; `part`: one has words more;
 * `tail`: one is the other's later word, as a father's name is; `mixed`: some words agree, some do not; `close`:
 * perhaps a slip of the pen; `atHome`: the mother, among the other's household; `swapped`: it stands in the other's
 * box; `weak`: names sometimes exchanged; `barred`: names that look alike and never match.
 */
export type NameLevel =
  | 'double'
  | 'same'
  | 'swapped'
  | 'near'
  | 'atHome'
  | 'part'
  | 'tail'
  | 'mixed'
  | 'close'
  | 'weak'
  | 'barred'
  | 'other'
  | 'missing'
const overlap = (a: Word, b: Word) => a.groups.some((group) => b.groups.includes(group))

const unlike = 0
const close = 1
const near = 2
const same = 3

function relation(a: Word, b: Word): number {
  if (a.text === b.text) return same
  // Two listed names that share no group are two names, however alike they look.
  if (a.sure && b.sure) return overlap(a, b) ? same : unlike
  if (overlap(a, b)) return near
  return Math.min(likeness(a, b), a.groups.length > 0 && b.groups.length > 0 ? close : near)
}

function likeness(a: Word, b: Word): number {
  const alike = jaroWinkler(a.text, b.text)
  const bones = a.bones === b.bones
  // Arabic script writes no short vowels: consonants are all there is to compare.
  if (bones && (a.bare || b.bare) && a.bones.length >= 2) return near
  if (bones && a.bones.length >= 3 && alike >= 0.8) return near
  if (oneLetterApart(a.text, b.text)) {
    const shorter = Math.min(a.text.length, b.text.length)
    return shorter >= 5 || (bones && a.bones.length >= 2) ? near : shorter >= 3 ? close : unlike
  }
  if (alike >= 0.9) return near
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

/** Whether the words that agree stand first in the longer name. */
const opens = (words: readonly Word[], agree: readonly Word[]) =>
  words[0] !== undefined && agree.includes(words[0])

/** One word on each side, as most names are. */
function compareWords(a: Word, b: Word): NameLevel {
  const kind = relation(a, b)
  if (kind >= near) return kind === same ? 'same' : 'near'
  if (areBarred(a.groups, b.groups)) return 'barred'
  return unmatched([a], [b], kind)
}

/** Whether two names are one, spelled one way or another. */
export const agrees = (level: NameLevel): boolean =>
  level === 'double' || level === 'same' || level === 'near'

/** Compares two names; the same whichever comes first. */
export function compareNames(a: readonly Word[], b: readonly Word[]): NameLevel {
  const [first, other] = [a[0], b[0]]
  if (!first || !other) return 'missing'
  if (a.length === 1 && b.length === 1) return compareWords(first, other)
  const [bestA, bestB] = [bestOf(a, b), bestOf(b, a)]
  const agreeA = a.filter((_, at) => (bestA[at] ?? unlike) >= near)
  const agreeB = b.filter((_, at) => (bestB[at] ?? unlike) >= near)
  const rest = (words: readonly Word[], agree: readonly Word[]) =>
    words.filter((word) => !agree.includes(word))
  if (anyPair(rest(a, agreeA), rest(b, agreeB), areBarred)) return 'barred'
  const matched = Math.min(agreeA.length, agreeB.length)
  if (matched === 0) return unmatched(a, b, Math.max(...bestA))
  if (matched > 1) return 'double'
  if (a.length > 1 && b.length > 1) return 'mixed'
  const opening = a.length > b.length ? opens(a, agreeA) : opens(b, agreeB)
  return opening ? 'part' : 'tail'
}
