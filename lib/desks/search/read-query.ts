import { fold } from '@/lib/base/text/fold'
import { type ReadCode, readCode } from '@/lib/casework/numbers/read-code'
import { phonesIn } from '@/lib/casework/tokens/facts'
import { listed, phoneTokens, wordTokens } from '@/lib/casework/tokens/make-tokens'
import type { Book } from '@/lib/casework/tokens/numbers'
import { type Filing, wordsOf } from '@/lib/casework/tokens/words'

/** What was typed into the box, taken apart. `kinds` is all that the log hears of it. */
export type Asked = {
  code?: ReadCode
  words: Filing[]
  phones: string[]
  born?: { from: number; to: number }
  kinds: ('CASE' | 'REFERRAL' | 'ALERT' | 'NAME' | 'PHONE' | 'YEAR')[]
}

/** Longer is nobody's name, and is not looked into. */
export const LONGEST_QUERY = 120
/** How many words the database looks for at once; the rest only orders what it found. */
const WORDS = 4
/** People know their year by and large. */
const YEARS = 3

/** Begins as a code does and is none: a sign is missing or changed. */
const ALMOST_CODE = /^(?:MLP|[RS]-)[0-9A-Z .-]*$/i

const ONLY_DIGITS = /^[\d\s.+-]+$/

const YEAR = /(?<!\d[ .-]?)\b(19|20)\d\d\b(?![ .-]?\d)/
const AGE = /\b(\d{1,3})\s?(?:ans?|years?|y)\b/iu

const KIND = { case: 'CASE', referral: 'REFERRAL', alert: 'ALERT' } as const

/**
 * A code, or names (any spelling, Latin or Arabic letters), a telephone number, a year of birth or an age. PURE.
 * @param thisYear the year of the casework clock, from which an age counts
 */
export function readQuery(typed: string, thisYear: number): Asked {
  const code = readCode(typed)
  const text = fold(typed).slice(0, LONGEST_QUERY)
  // The last of eight digits may happen to fit the others as a code's does: a number is looked for as both.
  if (code && !ONLY_DIGITS.test(text)) return { code, words: [], phones: [], kinds: [KIND[code.kind]] }
  if (ALMOST_CODE.test(text.trim())) return { words: [], phones: [], kinds: [] }
  const year = YEAR.exec(text.replace(/\+?\d{6,}/g, '|'))?.[0]
  const age = AGE.exec(text)?.[1]
  const born = year ? Number(year) : age ? thisYear - Number(age) : undefined
  const rest = (year ? text.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`), ' ') : text).replace(AGE, ' ')
  const phones = phonesIn(rest)
  const words = wordsOf(rest.replace(/[^\p{L}\p{M}' -]/gu, ' ')).slice(0, 2 * WORDS)
  return {
    ...(code && { code }),
    words,
    phones,
    ...(born !== undefined && { born: { from: born - YEARS, to: born + YEARS } }),
    kinds: [
      ...(code ? [KIND[code.kind]] : []),
      ...(words.length > 0 ? (['NAME'] as const) : []),
      ...(phones.length > 0 ? (['PHONE'] as const) : []),
      ...(born !== undefined ? (['YEAR'] as const) : []),
    ],
  }
}

/** Whether there is anything to look for: a year alone is nobody. PURE. */
export const asksForSomebody = ({ words, phones }: Asked): boolean => words.length + phones.length > 0

/** Each word as the database looks for it: lists of numbers as text. */
export const wantedOf = ({ words, phones }: Asked, book: Book): string[] =>
  [
    ...phones.slice(0, 1).map((phone) => phoneTokens(phone, book)),
    ...words.map((word) => wordTokens(word, book)),
  ]
    .slice(0, WORDS)
    .map(listed)
