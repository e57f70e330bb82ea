import { createHash } from 'node:crypto'
import { label } from '@/lib/base/codes/codes'
import { tokens } from '@/lib/engines/matching/tokens'
import { type Known, personOf, phonesIn } from './facts'
import { type Book, bookKey, numberOf, wordNumber } from './numbers'
import { type Filing, wordsOf } from './words'

/**
 * One name is filed on one of so many shelves, chosen by whose it is, and looked for on all of them: a stolen table
 * shows no single token as frequent as a family name that every tenth person bears.
 */
export const SHELVES = 8

const shelfOf = (id: string): number => (createHash('sha256').update(id).digest()[0] ?? 0) % SHELVES

const placesOf = ({ village, cercle }: Known): string[] =>
  [village ?? '', /^ML\d{4}$/.test(cercle ?? '') ? label('admin2_2014', cercle ?? '', 'fr') : '']
    .flatMap(wordsOf)
    .map(({ text }) => text)

/** Far more than anybody has: a name of eight words in a household of eight. */
const MOST = 400

/**
 * Every token under which somebody is found: their names word by word, where they come from, telephones, and the compound
 * keys of the matching engine. PURE but for the instance's key. `id`: the row they belong to.
 */
export function tokensFor(id: string, known: Known, book: Book): bigint[] {
  const shelf = shelfOf(id)
  const names = [known.given, known.family, known.alias].flatMap((name) => wordsOf(name ?? ''))
  const words = names.flatMap(({ keys }) => keys).map((word) => wordNumber(book, 'W', word, shelf))
  const places = placesOf(known).map((word) => wordNumber(book, 'L', word, 0))
  return [
    ...new Set([...words, ...places, ...phoneTokens(known.phone, book), ...compoundTokens(known, book)]),
  ].slice(0, MOST)
}

/** Only those that join several facts, or a telephone: under them two files of one person meet. */
export const compoundTokens = (known: Known, book: Book): bigint[] => [
  ...new Set(tokens(personOf(known), bookKey(book)).map(({ kind, token }) => numberOf(kind, token))),
]

export const phoneTokens = (phone: string | undefined, book: Book): bigint[] =>
  phonesIn(phone).flatMap((digits) =>
    tokens({ phone: digits }, bookKey(book)).map(({ kind, token }) => numberOf(kind, token)),
  )

/** All that one word of a search may be filed under: as a name on every shelf, or as a place. */
export function wordTokens({ text, keys }: Filing, book: Book): bigint[] {
  const shelves = Array.from({ length: SHELVES }, (_, shelf) => shelf)
  const names = keys.flatMap((key) => shelves.map((shelf) => wordNumber(book, 'W', key, shelf)))
  return [...names, wordNumber(book, 'L', text, 0)]
}

/** As PostgreSQL reads a list of numbers. PURE. */
export const listed = (numbers: readonly bigint[]): string => `{${numbers.join(',')}}`
