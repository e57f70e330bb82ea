import { nameOf, type Word } from '@/lib/engines/matching/words'

/** One word as it is looked for: `text` folded, `keys` what a name is filed under. */
export type Filing = { text: string; keys: string[] }

/** Its group of spellings, and its consonants where it stands in no list. */
const keysOf = (word: Word): string[] =>
  word.sure ? word.groups.map(String) : [...word.groups.map(String), word.bones].filter(Boolean)

const LONGEST = 200
/** Arabic letters are read in another way: each script by itself. */
const SCRIPTS = /[\p{Script=Arabic}\p{M}\s]+|[^\p{Script=Arabic}]+/gu

/** The words of a name or of a place, titles and particles apart. PURE. */
export const wordsOf = (text: string): Filing[] =>
  (text.match(SCRIPTS) ?? []).flatMap((run) => {
    const { words, father } = nameOf(run.slice(0, LONGEST), 'family')
    return [...words, ...father].map((word) => ({ text: word.text, keys: keysOf(word) }))
  })
