import { describe, expect, it } from 'vitest'
import { transliterate } from './arabic'
import { compareNames } from './compare-names'
import { bareWords, foldWord } from './fold'
import { jaroWinkler } from './jaro-winkler'
import list from './name-variants.json'
import { nameOf } from './words'

const level = (a: string, b: string) => compareNames(nameOf(a, 'given').words, nameOf(b, 'given').words)
const fold = (text: string) => bareWords(text).map(foldWord).join(' ')

describe('folding', () => {
  it.each([
    ['Oualet', 'Walet'],
    ['Diarra', 'Djarra'],
    ['Niaré', 'Gnaré'],
    ['N’Diaye', "N'Diaye"],
    ['Mɔriba', 'Moriba'],
    ['Ɲɛnɛ', 'Nyene'],
    ['Cheick', 'Cheikh'],
    ['Moussa', 'Mussa'],
    ['Fousseyni', 'Fuseini'],
  ])('writes %s and %s alike', (one, other) => expect(fold(one)).toBe(fold(other)))

  it('keeps a word of every name in the list', () => {
    const names = list.groups.flatMap(({ canonical, variants }) => [canonical, ...variants])
    expect(names.filter((name) => fold(name) === '')).toEqual([])
  })
})

describe('comparing names', () => {
  const given = list.groups.filter(({ type }) => type !== 'particle')

  it('takes every listed spelling for its name, sure or in part', () => {
    const missed = given.flatMap(({ canonical, variants }) =>
      variants.filter((variant) => !/same|near|part|tail|double/.test(level(canonical, variant))),
    )
    expect(missed).toEqual([])
  })

  it.each(list.must_not_match)('never takes %s for %s', (one = '', other = '') => {
    expect(level(one, other)).toBe('barred')
  })

  it.each(list.weak_links.filter((pair) => !pair.includes('Mint')))(
    'links %s and %s weakly',
    (one = '', other = '') => {
      expect(level(one, other)).toBe('weak')
    },
  )

  it('does not mind the order of two given names', () =>
    expect(level('Sékou Amadou', 'Amadou Sekou')).toBe('double'))
  it('sees that one has a name more, and whether it stands behind', () => {
    expect(level('Fatoumata', 'Fatoumata Nana')).toBe('part')
    expect(level('Fatoumata', 'Nana Fatoumata')).toBe('tail')
  })
  it('joins a name written in two words', () => expect(level('Abdoul Karim', 'Abdoulkarim')).toBe('same'))
  it('drops a title', () => expect(level('El Hadj Oumar', 'Omar')).toBe('same'))
  it('forgives a slip of the pen', () => expect(level('Soulyemane', 'Souleymane')).toBe('near'))
  it('is silent about a name that is not there', () => expect(level('', 'Oumar')).toBe('missing'))

  it('separates the father behind the particle', () => {
    const { words, father } = nameOf('Intalla Ag Attaher', 'given')
    expect([words.length, father.length]).toEqual([1, 1])
  })
})

describe('Arabic script', () => {
  it.each([
    ['محمد', 'Mohamed'],
    ['مُحَمَّد', 'Mohamed'],
    ['فاطمة', 'Fatima'],
    ['عبد الرحمن', 'Abdramane'],
    ['عبد الكريم', 'Abdoulkarim'],
    ['أبو بكر', 'Aboubacar'],
    ['الحسن', 'Alassane'],
  ])('reads %s as %s', (written, name) => expect(level(written, name)).toBe('same'))

  it('spells an unknown name letter by letter', () => expect(transliterate('كمال')).toBe('kmal'))
})

describe('Jaro-Winkler', () => {
  it('gives the textbook values', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3)
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3)
    expect(jaroWinkler('abc', 'xyz')).toBe(0)
    expect(jaroWinkler('', '')).toBe(0)
  })
})
