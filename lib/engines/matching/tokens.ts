import { createHmac } from 'node:crypto'
import { dateOf } from './compare-births'
import { type Person, PersonInputError } from './person'
import { type Prepared, prepare } from './prepare'
import type { Word } from './words'

/** A search token: kind of compound key, and the first five bytes of its keyed hash. */
export type SearchToken = { kind: TokenKind; token: Uint8Array }
/**
 * G given name, N two words of the whole name, V village, M mother, H household member, F family, C cercle, Y birth years,
 * D full birth date, P phone.
 * Every kind joins several facts (or a whole phone number), so that no token is as frequent as one name.
 */
export type TokenKind =
  | 'P'
  | 'GV'
  | 'GMC'
  | 'GMY'
  | 'GD'
  | 'MVY'
  | 'GHC'
  | 'NV'
  | 'NM'
  | 'NH'
  | 'NC'
  | 'NY'
  | 'MFC'
  | 'FMY'
  | 'FHC'
  | 'FD'
  | 'D'
  | 'GPH'

type Compound = { kind: TokenKind; parts: readonly (readonly string[])[] }

/** Names by group where one is known, and by consonants unless the spelling is listed, so that spellings meet. */
const keysOf = (words: readonly Word[]): string[] => [
  ...new Set(
    words.flatMap((word) => (word.sure ? word.groups.map(String) : [...word.groups.map(String), word.bones])),
  ),
]
/** The same, and consonants of listed spellings too: for slips too far from any listed one. */
const looseKeysOf = (words: readonly Word[]): string[] => [
  ...new Set([...keysOf(words), ...words.map(({ bones }) => bones).filter((bones) => bones.length >= 2)]),
]

/** Two overlapping bands for each possible year: births up to three years apart beyond their ranges share one. */
function bandsOf({ birth }: Prepared): string[] {
  if (!birth) return []
  const { year, within = 0 } = birth
  const years = Array.from({ length: 2 * within + 1 }, (_, at) => year - within + at)
  return [...new Set(years.flatMap((one) => [`a${Math.floor(one / 6)}`, `b${Math.floor((one + 3) / 6)}`]))]
}

/** A date that is truly known, day and month in no order: one may be written for the other. */
function datesOf({ birth }: Prepared): string[] {
  const date = birth && dateOf(birth)
  return date ? [[date.year, ...[date.month, date.day].sort((a, b) => a - b)].join('-')] : []
}

/** Both halves of a telephone number: a slip of one digit leaves the other half as it was. */
const halvesOf = ({ phone }: Prepared): string[] =>
  phone?.length === 8 ? [`a${phone.slice(0, 4)}`, `b${phone.slice(4)}`] : []

/** Any two words of the whole name, in no order: exchanged boxes, or one box for all, give the same pairs. */
function namePairs(given: readonly Word[], person: Prepared): string[] {
  const words = [...given, ...person.family].slice(0, 4)
  const pairs = words.flatMap((word, at) =>
    words.slice(at + 1).flatMap((other) => {
      const [one, two] = [keysOf([word]), keysOf([other])]
      return one.flatMap((x) => two.map((y) => (x < y ? `${x}+${y}` : `${y}+${x}`)))
    }),
  )
  return [...new Set(pairs)]
}

function compounds(person: Prepared): Compound[] {
  const words = person.sex ? person.givenOf[person.sex] : person.given
  const given = keysOf(words)
  const mother = keysOf(person.mother)
  const names = namePairs(words, person)
  const loose = looseKeysOf(words)
  const household = [...new Set(person.members.slice(0, 8).flatMap((member) => keysOf(member.slice(0, 1))))]
  const family = keysOf(person.family)
  const village = person.village ? [person.village.bones] : []
  const cercle = person.cercle ? [person.cercle] : []
  const years = bandsOf(person)
  const dates = datesOf(person)
  return [
    { kind: 'P', parts: [person.phone ? [person.phone] : []] },
    { kind: 'GV', parts: [loose, village] },
    { kind: 'GMC', parts: [loose, mother, cercle] },
    { kind: 'GMY', parts: [given, mother, years] },
    { kind: 'MVY', parts: [mother, village, years] },
    { kind: 'GHC', parts: [given, household, cercle] },
    { kind: 'NV', parts: [names, village] },
    { kind: 'NM', parts: [names, mother] },
    { kind: 'NH', parts: [names, household] },
    { kind: 'MFC', parts: [mother, family, cercle] },
    { kind: 'NC', parts: [names, cercle] },
    { kind: 'NY', parts: [names, years] },
    { kind: 'GD', parts: [given, dates] },
    { kind: 'FMY', parts: [family, mother, years] },
    { kind: 'FHC', parts: [family, household, cercle] },
    { kind: 'FD', parts: [family, dates] },
    { kind: 'D', parts: [dates] },
    { kind: 'GPH', parts: [given, halvesOf(person)] },
  ]
}

function product(parts: Compound['parts']): string[] {
  return parts.reduce<string[]>(
    (sofar, options) => sofar.flatMap((start) => options.map((option) => `${start}\u0000${option}`)),
    [''],
  )
}

/** So many files at most are compared with one person: those that share most tokens. */
export const mostCandidates = 200

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
