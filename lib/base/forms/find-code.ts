import { offered } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { lookable } from '@/lib/base/text/fold'

/**
 * The code somebody means by a word they typed: the whole wording of an entry in French or English, or its beginning
 * where one entry alone begins so. Accents, case and invisible marks do not matter. `undefined` where no entry, or more
 * than one, is meant: nobody guesses. PURE.
 */
export function findCode(list: ListName, typed: string, among?: readonly string[]): string | undefined {
  const found = findCodes(list, typed, among)
  return found.length === 1 ? found[0] : undefined
}

/** Every code the word may mean: the one whose whole wording it is, else those that begin so. PURE. */
export function findCodes(list: ListName, typed: string, among?: readonly string[]): string[] {
  const word = plain(typed)
  if (word === '') return []
  const entries = offered(list)
    .filter(({ code }) => !among || among.includes(code))
    .map(({ code, fr, en }) => ({ code, words: [plain(fr), plain(en)] }))
  const exact = entries.filter(({ words }) => words.includes(word))
  const found =
    exact.length > 0 ? exact : entries.filter(({ words }) => words.some((one) => begins(one, word)))
  return found.map(({ code }) => code)
}

/** What was ticked and what was searched for, each once. A word that names nothing stays a word. PURE. */
export function withFound(list: ListName, ticked: readonly string[], typed: string): string[] {
  const found = findCode(list, typed)
  return [...new Set(found === undefined ? ticked : [...ticked, found])]
}

const plain = (text: string): string => lookable(text).replace(/\s+/g, ' ').trim()

/** At its beginning, or at that of one of its words: "hassaniya" means "arabe hassaniya". */
const begins = (wording: string, word: string): boolean =>
  wording.startsWith(word) || wording.split(/[ (/,]+/).some((part) => part.startsWith(word))
