import { createHmac } from 'node:crypto'
import { type Person, PersonInputError } from './person'
import { type Prepared, prepare } from './prepare'
import type { Word } from './words'

/** A search token: kind of compound key, and the first five bytes of its keyed hash. */
export type SearchToken = { kind: TokenKind; token: Uint8Array }
/**
 * G given name, V village, M mother, H household member, F family, C cercle, Y birth years, P phone.
 * Every kind joins several facts (or a whole phone number), so that no token is as frequent as one name.
 */
export type TokenKind = 'P' | 'GV' | 'GMC' | 'GMY' | 'MVY' | 'GHC' | 'GFCY'

type Compound = { kind: TokenKind; parts: readonly (readonly string[])[] }

/** Names by group where one is known, otherwise by consonants, so that spellings meet. */
const keysOf = (words: readonly Word[]): string[] => [
  ...new Set(words.flatMap((word) => (word.groups.length > 0 ? word.groups.map(String) : [word.bones]))),
]

/** Two overlapping bands of years: births up to three years apart share at least one. */
function bandsOf(person: Prepared): string[] {
  if (!person.birth) return []
  const { year } = person.birth
  return [`a${Math.floor(year / 6)}`, `b${Math.floor((year + 3) / 6)}`]
}

function compounds(person: Prepared): Compound[] {
  const given = keysOf(person.given)
  const mother = keysOf(person.mother)
  const family = keysOf(person.family)
  const household = [...new Set(person.household.flatMap(keysOf))]
  const village = person.village ? [person.village.bones] : []
  const cercle = person.cercle ? [person.cercle] : []
  const years = bandsOf(person)
  return [
    { kind: 'P', parts: [person.phone ? [person.phone] : []] },
    { kind: 'GV', parts: [given, village] },
    { kind: 'GMC', parts: [given, mother, cercle] },
    { kind: 'GMY', parts: [given, mother, years] },
    { kind: 'MVY', parts: [mother, village, years] },
    { kind: 'GHC', parts: [given, household, cercle] },
    { kind: 'GFCY', parts: [given, family, cercle, years] },
  ]
}

function product(parts: Compound['parts']): string[] {
  return parts.reduce<string[]>(
    (sofar, options) => sofar.flatMap((start) => options.map((option) => `${start}\u0000${option}`)),
    [''],
  )
}

/** The compound keys themselves, in clear. For measuring only: never store them. */
export function compoundKeys(person: Prepared): string[] {
  return compounds(person).flatMap(({ kind, parts }) => product(parts).map((value) => kind + value))
}

/**
 * Keyed tokens under which a person is stored and looked for: two records of one person almost always share one.
 * @param key at least 32 secret bytes, used for nothing else
 * @throws PersonInputError naming the field that cannot be read
 */
export function tokens(input: Person, key: Uint8Array): SearchToken[] {
  if (!(key instanceof Uint8Array)) throw new PersonInputError('key', 'type')
  if (key.length < 32) throw new PersonInputError('key', 'length')
  const person = prepare(input)
  return compounds(person).flatMap(({ kind, parts }) =>
    product(parts).map((value) => ({
      kind,
      token: new Uint8Array(
        createHmac('sha256', key)
          .update(kind + value)
          .digest()
          .subarray(0, 5),
      ),
    })),
  )
}
