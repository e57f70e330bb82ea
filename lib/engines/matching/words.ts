import { isArabic, transliterate } from './arabic'
import { bareWords, foldWord, skeleton } from './fold'
import { bearerOf, isListed, resolve } from './variants'

/** One word of a name, ready to be compared. */
export type Word = {
  text: string
  bones: string
  groups: readonly number[]
  sure: boolean
  /** Written without short vowels, as Arabic script is. */
  bare: boolean
}
/** A name cut into its words, and the father's name behind Ag, Walet, Ould or Mint. */
export type Name = { words: readonly Word[]; father: readonly Word[] }

const titles = new Set(['elhaj', 'elhaji', 'alhaji', 'haj', 'haji', 'laji'])
const ofFather = new Set([
  'ag',
  'ak',
  'ualet',
  'ulet',
  'uelet',
  'ualat',
  'uld',
  'uldu',
  'ueld',
  'ul',
  'mint',
  'ment',
  'bint',
])
/** "Bint" may be short for Bintou. */
const alsoNames = new Set(['bint', 'mint'])
const servant = new Set(['abdul', 'abdel', 'abdal', 'abd'])
const article = new Set(['el', 'al', 'ul'])

const memory = new Map<string, Word>()

/** Names repeat from file to file; the memory is emptied before it grows. */
function wordOf(text: string, bare: boolean): Word {
  const key = bare ? `${text} ` : text
  const remembered = memory.get(key)
  if (remembered) return remembered
  if (memory.size > 20_000) memory.clear()
  const made = { text, bones: skeleton(text), bare, ...resolve(text, bare) }
  memory.set(key, made)
  return made
}

/** Joins "Abdoul Karim", "El Hassan" and "Modi Bo", which are one name in two words. */
function join(words: readonly string[]): string[] {
  const joined: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const next = words[at + 1]
    if (next === undefined || ofFather.has(next)) {
      joined.push(word)
    } else if (servant.has(word)) {
      const name = article.has(next) ? `${words[at + 2] ?? ''}` : next
      if (article.has(next)) at++
      joined.push(`abdul${name}`)
      at++
    } else if (article.has(word)) {
      joined.push(isListed(word + next) ? word + next : next)
      at++
    } else if (isListed(word + next) && !isListed(word)) {
      joined.push(word + next)
      at++
    } else joined.push(word)
  }
  return joined
}

/** "el hadj" is one title; on its own it is a given name. */
function withoutTitles(words: readonly string[]): string[] {
  const kept = words.filter((word, at) => {
    const opens = article.has(word) && titles.has(words[at + 1] ?? '')
    return !opens && !titles.has(word)
  })
  return kept.length > 0 ? kept : [...words]
}

/** A spelling shared by a man's and a woman's name means the one that fits; the same list where nothing is shared. */
export function borneBy(sex: 'F' | 'M', words: readonly Word[]): readonly Word[] {
  const fitting = words.map((word) => {
    const groups = word.groups.filter((group) => (bearerOf(group) ?? sex) === sex)
    return groups.length > 0 && groups.length < word.groups.length ? { ...word, groups } : word
  })
  return fitting.every((word, at) => word === words[at]) ? words : fitting
}

const none: Name = { words: [], father: [] }

const names = new Map<string, Name>()

/** Cuts a written name into words. Text without a letter gives no word at all. */
export function nameOf(text: string | undefined, field: 'given' | 'family'): Name {
  if (text === undefined) return none
  const remembered = names.get(field + text)
  if (remembered) return remembered
  if (names.size > 20_000) names.clear()
  const made = cut(text, field)
  names.set(field + text, made)
  return made
}

function cut(text: string, field: 'given' | 'family'): Name {
  const bare = isArabic(text)
  const folded = bareWords(bare ? transliterate(text) : text)
    .map(foldWord)
    .filter(Boolean)
  // "Bint" opens a patronymic, but alone, or among given names, it is short for Bintou.
  const at = folded.findIndex(
    (word, index) =>
      ofFather.has(word) &&
      index < folded.length - 1 &&
      (field === 'family' || index > 0 || !alsoNames.has(word)),
  )
  const build = (words: readonly string[]) => {
    const made = join(withoutTitles(words)).map((word) => wordOf(word, bare))
    return made.slice(0, 8)
  }
  if (at < 0) return { words: build(folded), father: [] }
  return { words: build(folded.slice(0, at)), father: build(folded.slice(at + 1)) }
}
