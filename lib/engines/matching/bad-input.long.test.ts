import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Person, PersonInputError } from './person'
import { prepare } from './prepare'
import { match, rank } from './score'
import { tokens } from './tokens'

const key = new Uint8Array(32).fill(3)
const runs = { numRuns: 10_000 }

describe('input that cannot be used', () => {
  it.each<[string, unknown, string, string]>([
    ['a name of 10,000 characters', { given: 'a'.repeat(10_000) }, 'given', 'length'],
    ['half a character', { family: 'Ma\ud800ga' }, 'family', 'characters'],
    ['a control character', { mother: 'Sira\u0000' }, 'mother', 'characters'],
    ['30 February', { birth: { year: 1990, month: 2, day: 30 } }, 'birth', 'date'],
    ['29 February of a common year', { birth: { year: 2013, month: 2, day: 29 } }, 'birth', 'date'],
    ['a thirteenth month', { birth: { year: 1990, month: 13 } }, 'birth', 'date'],
    ['a day without a month', { birth: { year: 1990, day: 3 } }, 'birth', 'date'],
    ['a year nobody lives from', { birth: { year: 1066 } }, 'birth', 'date'],
    ['half a year', { birth: { year: 1990.5 } }, 'birth', 'type'],
    ['a birth without a year', { birth: { month: 5 } }, 'birth', 'date'],
    ['letters in a phone', { phone: 'call me' }, 'phone', 'characters'],
    ['an unknown sex', { sex: 'male' }, 'sex', 'unknown'],
    ['a cercle by name', { cercle: 'Gao' }, 'cercle', 'unknown'],
    ['a household of 21', { household: Array(21).fill('Sira') }, 'household', 'length'],
    ['a hole in the household', { household: [undefined] }, 'household', 'type'],
    ['a fact nobody asked for', { religion: 'x' }, 'person', 'unknown'],
    ['no person at all', null, 'person', 'type'],
  ])('is refused by its field: %s', (_, input, field, reason) => {
    expect(() => prepare(input as Person)).toThrow(
      expect.objectContaining({ name: 'PersonInputError', field, reason }),
    )
  })

  it('refuses a list of candidates that is none, or too long', () => {
    expect(() => rank({}, 'x' as unknown as Person[])).toThrow(PersonInputError)
    expect(() => rank({}, Array(10_001).fill({}))).toThrow(expect.objectContaining({ field: 'candidates' }))
  })
})

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    'Ag',
    'Walet',
    'El Hadj',
    'El',
    'Abdoul',
    'عبد',
    'ال',
    '-',
    "'",
    'Bint',
    '\ud800',
    '__proto__',
  ),
  fc.constantFrom('Abdoul El', 'Ould Mint', 'constructor', 'Fatoumata', 'محمد أحمد', 'a'.repeat(10_000)),
)
const person = fc.record(
  {
    given: text,
    family: text,
    mother: text,
    household: fc.array(text, { maxLength: 4 }),
    village: text,
    cercle: fc.oneof(text, fc.constantFrom('ML0703', 'ML0605')),
    birth: fc.record(
      { year: fc.integer({ min: 1870, max: 2110 }), month: fc.integer({ min: 0, max: 13 }), day: fc.nat(32) },
      { requiredKeys: ['year'] },
    ),
    phone: fc.oneof(text, fc.stringMatching(/^[+0-9 ]{0,20}$/)),
    sex: fc.constantFrom('F', 'M', 'X', 'U', 'f'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Person>

/** Runs the work; only the typed error may come out of it. */
function attempt<T>(work: () => T): T | PersonInputError {
  try {
    return work()
  } catch (error) {
    if (error instanceof PersonInputError) return error
    throw error
  }
}

describe('whatever comes in', () => {
  it('comparing either answers in finite bits or names the field', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const said = attempt(() => match(prepare(a), prepare(b)))
        if (!(said instanceof PersonInputError)) expect(Number.isFinite(said.bits)).toBe(true)
      }),
      runs,
    )
  })

  it('tokens are made or the field is named', () => {
    fc.assert(
      fc.property(person, (a) => {
        const made = attempt(() => tokens(a, key))
        if (!(made instanceof PersonInputError))
          expect(made.every(({ token }) => token.length === 5)).toBe(true)
      }),
      runs,
    )
  })

  it('values of any shape are refused with the typed error', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        attempt(() => prepare(value as Person))
        attempt(() => tokens(value as Person, key))
        attempt(() => rank(value as Person, [value as Person]))
      }),
      runs,
    )
  })
})
