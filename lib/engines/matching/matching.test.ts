import { describe, expect, it } from 'vitest'
import type { Person } from './person'
import { prepare } from './prepare'
import { match, rank } from './score'

const compare = (a: Person, b: Person) => match(prepare(a), prepare(b))

const aminata: Person = {
  given: 'Aminata',
  family: 'Maïga',
  mother: 'Fadimata',
  household: ['Ousmane'],
  village: 'Forgho',
  cercle: 'ML0703',
  birth: { year: 1988 },
  phone: '76 12 34 56',
  sex: 'F',
}

describe('one person met twice', () => {
  it('warns when spelling and phone notation differ, and the year is a range', () => {
    const again = {
      ...aminata,
      given: 'Aminatou',
      family: 'Maiga',
      birth: { year: 1989, within: 2 },
      phone: '+223 76123456',
    }
    expect(compare(aminata, again).verdict).toBe('warn')
  })

  it('warns when the family name is not written, and shows when phone and mother are others too', () => {
    const again = { ...aminata, given: 'Aminétou', family: undefined }
    expect(compare(aminata, again).verdict).toBe('warn')
    expect(compare(aminata, { ...again, phone: '66000000', mother: 'Rokia' }).verdict).toBe('show')
  })

  it('shows, and does not warn, when the mother is another and two files are sure of years two apart', () =>
    expect(compare(aminata, { ...aminata, mother: 'Rokia', birth: { year: 1990 } }).verdict).toBe('show'))

  it('warns when one file was opened from an Arabic document', () => {
    const again = { ...aminata, given: 'أمينة', phone: undefined }
    expect(compare(aminata, again).verdict).toBe('warn')
  })

  it('warns when two given names are swapped', () => {
    const first: Person = { ...aminata, given: 'Mohamed Lamine', sex: 'M', phone: undefined }
    expect(compare(first, { ...first, given: 'Lamine Mohammed' }).verdict).toBe('warn')
  })

  it('reads a patronymic written into the box of the given name', () => {
    const first: Person = { ...aminata, given: 'Mossa', family: 'Ag Intalla', sex: 'M' }
    const again: Person = { ...first, given: 'Mossa ag Intallah', family: undefined }
    expect(compare(first, again).evidence.find(({ fact }) => fact === 'family')?.level).toMatch(/same|near/)
  })
})

describe('two people', () => {
  const child: Person = {
    given: 'Alassane',
    family: 'Touré',
    mother: 'Mariam',
    household: ['Mariam'],
    village: 'Ber',
    cercle: 'ML0605',
    birth: { year: 2006, month: 3, day: 9 },
    phone: '70111111',
    sex: 'M',
  }

  it('never warns for twins, though all but the given name agrees', () => {
    const said = compare(child, { ...child, given: 'Ousseini' })
    expect(said).toMatchObject({ verdict: expect.not.stringMatching('warn'), barred: 'given' })
  })

  it('never warns for twins of two sexes', () => {
    const said = compare({ ...child, given: 'Adama' }, { ...child, given: 'Awa', sex: 'F' })
    expect(said.verdict).not.toBe('warn')
  })

  it('holds brothers apart, though all but name and birth agrees', () => {
    expect(compare(child, { ...child, given: 'Bakary', birth: { year: 2008 } }).verdict).not.toBe('warn')
  })

  it('does not take brothers for one because both are called child of their father', () => {
    const first: Person = { ...child, given: 'Rhissa', family: 'Ag Mohamed' }
    expect(compare(first, { ...first, given: 'Attaher', birth: { year: 2008 } }).verdict).not.toBe('warn')
  })

  it('never warns for family names that look alike and are not', () => {
    const said = compare({ ...child, family: 'Koné' }, { ...child, family: 'Konaté' })
    expect(said).toMatchObject({ verdict: expect.not.stringMatching('warn'), barred: 'family' })
  })

  it('does not warn for namesakes of one village with other mothers', () => {
    const other = {
      ...child,
      mother: 'Kadidiatou',
      household: ['Nana'],
      phone: '90222222',
      birth: { year: 2005 },
    }
    expect(compare(child, other).verdict).not.toBe('warn')
  })

  it('says nothing about people of whom nothing is known', () => {
    expect(compare({}, {})).toMatchObject({ verdict: 'none' })
  })

  it('lets the family name count least of given and family name', () => {
    const weight = (fact: string, changed: Person) =>
      compare(aminata, changed).evidence.find((found) => found.fact === fact)?.bits ?? 0
    const between = (fact: 'given' | 'family', other: string) =>
      weight(fact, aminata) - weight(fact, { ...aminata, [fact]: other })
    expect(between('family', 'Cissé')).toBeLessThan(between('given', 'Rokia'))
  })
})

describe('ranking', () => {
  it('puts the likeliest first, says where each stood and leaves out the unlikely', () => {
    const again = { ...aminata, birth: { year: 1989 } }
    const stranger: Person = {
      given: 'Seydou',
      family: 'Dicko',
      village: 'Koro',
      birth: { year: 1950 },
      sex: 'M',
    }
    const likely = {
      ...aminata,
      phone: undefined,
      household: undefined,
      mother: 'Fadima',
      birth: { year: 1991 },
    }
    expect(rank(aminata, [stranger, likely, again]).map(({ at }) => at)).toEqual([2, 1])
  })

  it('widens the years a record itself calls uncertain', () => {
    const year = (within: number) =>
      compare(aminata, { ...aminata, birth: { year: 1983, within } }).evidence.find(
        ({ fact }) => fact === 'birth',
      )
    expect(year(0)?.level).toBe('tenOff')
    expect(year(5)?.level).toBe('compatibleWide')
  })
})
