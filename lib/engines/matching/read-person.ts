import { type Birth, type Person, type PersonField, PersonInputError } from './person'

const longest = 200
const fields = [
  'given',
  'family',
  'mother',
  'household',
  'village',
  'cercle',
  'birth',
  'phone',
  'sex',
] as const
const birthFields = ['year', 'month', 'day', 'within'] as const
const sexes = ['F', 'M', 'X', 'U'] as const
const isSex = (value: unknown): value is (typeof sexes)[number] => sexes.some((sex) => sex === value)

function record(value: unknown, field: PersonField, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PersonInputError(field, 'type')
  }
  if (Object.keys(value).some((key) => !known.includes(key))) throw new PersonInputError(field, 'unknown')
  return value as Record<string, unknown>
}

/** Blank text counts as missing. Control characters and half characters are never part of a name. */
function text(value: unknown, field: PersonField): string | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw new PersonInputError(field, 'type')
  if (value.length > longest) throw new PersonInputError(field, 'length')
  if (/[\p{Cc}\p{Cs}]/u.test(value)) throw new PersonInputError(field, 'characters')
  return value.trim() || undefined
}

function household(value: unknown): string[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw new PersonInputError('household', 'type')
  if (value.length > 20) throw new PersonInputError('household', 'length')
  const read = value.map((name) => text(name === undefined ? null : name, 'household'))
  return read.filter((name) => name !== undefined)
}

function whole(value: unknown, low: number, high: number): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new PersonInputError('birth', 'type')
  if (value < low || value > high) throw new PersonInputError('birth', 'date')
  return value
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

function birth(value: unknown): Birth | undefined {
  if (value === undefined) return undefined
  const given = record(value, 'birth', birthFields)
  const year = whole(given.year, 1880, 2100)
  const month = whole(given.month, 1, 12)
  const day = whole(given.day, 1, 31)
  const within = whole(given.within, 0, 20)
  if (year === undefined) throw new PersonInputError('birth', 'date')
  if (day !== undefined && (month === undefined || day > daysIn(year, month))) {
    throw new PersonInputError('birth', 'date')
  }
  return { year, month, day, within }
}

function phone(value: unknown): string | undefined {
  const written = text(value, 'phone')
  if (written === undefined) return undefined
  if (written.length > 40) throw new PersonInputError('phone', 'length')
  if (!/^[\d\s+().\-/\u00a0\u202f\u2011]+$/.test(written)) throw new PersonInputError('phone', 'characters')
  return written
}

function cercle(value: unknown): string | undefined {
  const code = text(value, 'cercle')
  if (code !== undefined && !/^[A-Z]{2}\d{2,6}$/.test(code)) throw new PersonInputError('cercle', 'unknown')
  return code
}

/**
 * Reads a person from anything.
 * @throws PersonInputError naming the field; nothing else, whatever is passed in.
 */
export function readPerson(input: unknown): Person {
  const given = record(input, 'person', fields)
  if (given.sex !== undefined && !isSex(given.sex)) throw new PersonInputError('sex', 'unknown')
  return {
    given: text(given.given, 'given'),
    family: text(given.family, 'family'),
    mother: text(given.mother, 'mother'),
    household: household(given.household),
    village: text(given.village, 'village'),
    cercle: cercle(given.cercle),
    birth: birth(given.birth),
    phone: phone(given.phone),
    sex: given.sex,
  }
}
