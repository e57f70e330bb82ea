import { describe, expect, it } from 'vitest'
import type { Person } from './person'
import { prepare } from './prepare'
import { match } from './score'
import { compoundKeys } from './tokens'

const compare = (a: Person, b: Person) => match(prepare(a), prepare(b))
const levelOf = (a: Person, b: Person, fact: string) =>
  compare(a, b).evidence.find((found) => found.fact === fact)?.level
const meet = (a: Person, b: Person) => {
  const keys = new Set(compoundKeys(prepare(a)))
  return compoundKeys(prepare(b)).some((key) => keys.has(key))
}

const man: Person = {
  given: 'Ousmane',
  family: 'Dicko',
  mother: 'Kadidia',
  village: 'Boni',
  cercle: 'ML0504',
  birth: { year: 1986 },
  sex: 'M',
}

describe('given and family name in each other’s box', () => {
  const swapped = { ...man, given: 'Dicko', family: 'Ousmane' }
  it('are found and warned about', () => {
    expect(
      meet({ given: 'Ousmane', family: 'Dicko', village: 'Boni' }, { ...swapped, mother: undefined }),
    ).toBe(true)
    expect(compare({ ...man, phone: '76010203' }, { ...swapped, phone: '76010203' }).verdict).toBe('warn')
  })
  it('share a token also where both stand in one box', () =>
    expect(meet(man, { given: 'Dicko Ousmane', mother: 'Kadidia' })).toBe(true))
  it('are put back where a patronymic stands in the first box', () =>
    expect(
      levelOf({ given: 'Ag Rhissa', family: 'Mossa' }, { given: 'Mossa', family: 'Ag Rhissa' }, 'given'),
    ).toBe('same'))
})

describe('dates that are years', () => {
  const born = (year: number, month: number, day: number): Person => ({ ...man, birth: { year, month, day } })
  it.each([
    ['two New Year’s Days say the year', born(1990, 1, 1), born(1990, 1, 1), 'year'],
    ['New Year’s Eve beside a date says the year', born(1990, 12, 31), born(1990, 6, 9), 'year'],
    ['day for month is a slip', born(1990, 3, 7), born(1990, 7, 3), 'dateNear'],
    ['another date of the year contradicts', born(1990, 3, 7), born(1990, 8, 21), 'yearNotDate'],
  ])('%s', (_, a, b, level) => expect(levelOf(a, b, 'birth')).toBe(level))

  it('do not make one person of two who share a frequent name and New Year', () => {
    const known = { given: 'Mariam', family: 'Traoré', cercle: 'ML0703', sex: 'F' } as const
    const birth = { year: 1984, month: 1, day: 1 }
    expect(compare({ ...known, birth }, { ...known, birth }).verdict).not.toBe('warn')
  })
})

describe('households', () => {
  it('say the same in whatever order they are listed, and whoever comes first', () => {
    const a = { ...man, household: ['Mohamed', 'Antandou'] }
    const b = { ...man, household: ['Antandou', 'Mohamed'] }
    const rest = { ...man, household: ['Mohamed', 'Antandou', 'Sira'] }
    expect(compare(a, rest)).toEqual(compare(b, rest))
    expect(compare(rest, a)).toEqual(compare(a, rest))
  })
  it('hold nothing against a namesake at home', () => {
    const bits = (household?: string[]) => compare({ ...man, household }, { ...man, household }).bits
    expect(bits(['Ousmane', 'Fanta'])).toBeGreaterThanOrEqual(bits())
  })
  it('still tell two people apart where one names the other', () =>
    expect(levelOf({ ...man, household: ['Bakary'] }, { ...man, given: 'Bakary' }, 'household')).toBe(
      'named',
    ))
})

describe('less agreement never says more', () => {
  const slips = ['Ousmane', 'Ousman', 'Ousmanne', 'Osmane', 'Ouzmane', 'Ousmne', 'Oumane', 'Seydou']
  it.each(slips)('%s scores no more than the same spelling', (given) =>
    expect(compare(man, { ...man, given, birth: { year: 1990 } }).bits).toBeLessThanOrEqual(
      compare(man, { ...man, birth: { year: 1990 } }).bits,
    ),
  )
  it.each(['given', 'family', 'mother', 'village', 'cercle', 'birth', 'sex'] as const)(
    'without %s scores no more than with the same',
    (fact) =>
      expect(compare(man, { ...man, [fact]: undefined }).bits).toBeLessThanOrEqual(compare(man, man).bits),
  )
})

describe('a fact that is left out', () => {
  const elmoctar: Person = {
    given: 'Mohamed Elmoctar',
    family: 'Ag Attayoub',
    cercle: 'ML0703',
    village: 'Bara',
    mother: 'Zahra',
    sex: 'M',
    birth: { year: 2005 },
  }
  it.each([{ mother: 'Tata' }, {}])('never scores above the same village, other facts %o', (other) =>
    expect(compare(elmoctar, { ...elmoctar, ...other, village: undefined }).bits).toBeLessThan(
      compare(elmoctar, { ...elmoctar, ...other }).bits,
    ),
  )
  it('never gains by it, though the given name stands in the other’s household', () => {
    const a: Person = { ...man, household: ['Fanta', 'Moussa', 'Awa', 'Sira'] }
    const b: Person = { ...man, household: ['Fanta', 'Ousmane', 'Awa', 'Sira'] }
    expect(compare(a, { ...b, given: undefined }).bits).toBeLessThanOrEqual(compare(a, b).bits)
  })
})

describe('a name in one box', () => {
  const whole: Person = { ...man, given: 'Ousmane Dicko', family: undefined }
  it('is read by the other file’s family name', () => {
    expect(levelOf(man, whole, 'given')).toBe('same')
    expect(levelOf(man, whole, 'family')).toBe('same')
  })
  it('scores no more than with the family name in its own box too', () =>
    expect(compare(man, whole).bits).toBeLessThanOrEqual(compare(man, { ...whole, family: 'Dicko' }).bits))
})

describe('a spelling of a man’s and a woman’s name', () => {
  it('is not brought closer by a sex left out', () => {
    const woman: Person = { ...man, given: 'Assan', sex: 'F' }
    const bits = (sex: Person['sex']) => compare(woman, { ...man, given: 'Alassane', sex }).bits
    expect(bits(undefined)).toBeLessThanOrEqual(bits('F'))
    expect(bits('M')).toBeLessThanOrEqual(bits(undefined))
  })
})

describe('short names and other scripts', () => {
  it.each([
    ['Oumou', 'Omou'],
    ['زهرة', 'Zahra'],
    ['Sira', 'Sera'],
  ])('%s and %s are near', (a, b) =>
    expect(levelOf({ given: a }, { given: b }, 'given')).toMatch(/same|near/),
  )
  it('warn where all else is equal', () => {
    const woman: Person = { ...man, given: 'Oumou', sex: 'F' }
    expect(compare(woman, { ...woman, given: 'Omou' }).verdict).toBe('warn')
  })
})

describe('people of one family', () => {
  const son: Person = { ...man, given: 'Mohamed', birth: { year: 2004 }, phone: '76445566' }
  it.each<[string, Person, Person]>([
    [
      'a man and his son who bears his name behind his own',
      { ...son, given: 'Mohamed Ahmed' },
      { ...son, given: 'Ahmed', mother: 'Sira', birth: undefined },
    ],
    ['half-brothers of two mothers', son, { ...son, mother: 'Hawa', birth: { year: 2006 } }],
    ['brothers Mohamed and Mohamed Lamine', son, { ...son, given: 'Mohamed Lamine', birth: { year: 2007 } }],
    ['father and son of one name, one birth missing', son, { ...son, mother: 'Nana', birth: undefined }],
    [
      'son and father, each called child of the other',
      { ...son, family: 'Ag Ahmed' },
      { ...son, given: 'Ahmed', family: 'Ag Mohamed', mother: 'Nana', birth: undefined },
    ],
  ])('no warning: %s', (_, a, b) => expect(compare(a, b).verdict).not.toBe('warn'))
})

describe('years that are ranges', () => {
  it('share a token wherever the ranges allow it', () => {
    const born = (birth: Person['birth']): Person => ({ given: 'Sira', mother: 'Nana', birth })
    for (let year = 1996; year <= 2010; year++)
      expect(meet(born({ year: 2003, within: 5 }), born({ year }))).toBe(true)
  })
})

describe('names that no list knows', () => {
  it('count neither more nor less than those of the list', () => {
    const bits = (given: string) =>
      compare({ given }, { given }).evidence.find(({ fact }) => fact === 'given')?.bits
    expect(bits('Tinzawaten')).toBe(bits('Mariam'))
    expect(bits('Zzyabet')).toBe(bits('Mariam'))
  })
})
