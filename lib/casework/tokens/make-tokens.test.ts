import { describe, expect, test, vi } from 'vitest'

vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
vi.stubEnv('RELAIS_SECRET', 'ab'.repeat(32))
const { compoundTokens, SHELVES, tokensFor, wordTokens } = await import('./make-tokens')
const { wordsOf } = await import('./words')
const { phonesIn } = await import('./facts')

const found = (typed: string, tokens: readonly bigint[]) =>
  wordsOf(typed).every((word) => wordTokens(word, 'open').some((token) => tokens.includes(token)))

describe('tokens of a name', () => {
  test.each([
    ['Fatoumata', 'Fatima'],
    ['Coulibaly', 'Koulibali'],
    ['Diallo', 'Jalloh'],
    ['Abdoul Karim', 'Abdelkarim'],
    ['N’Diaye', 'Ndiaye'],
    ['Ouologuem', 'Wologuem'],
    ['Zerbo', 'Zarbo'],
    ['عثمان', 'Ousmane'],
    ['Mariam', 'مريم'],
  ])('%s is found as %s', (written, typed) => {
    expect(found(typed, tokensFor('a', { given: written }, 'open'))).toBe(true)
  })

  test.each([
    ['Koné', 'Konaté'],
    ['Touré', 'Traoré'],
    ['Oumar', 'Oumou'],
    ['Moussa', 'Issa'],
  ])('%s is not found as %s', (written, typed) => {
    expect(found(typed, tokensFor('a', { given: written }, 'open'))).toBe(false)
  })
})

test('one name stands on several shelves, so that no single number is as frequent as it', () => {
  const people = Array.from(
    { length: 200 },
    (_, index) => tokensFor(`person ${index}`, { family: 'Traoré' }, 'open')[0],
  )
  const counts = new Map<bigint | undefined, number>()
  for (const token of people) counts.set(token, (counts.get(token) ?? 0) + 1)
  expect(counts.size).toBe(SHELVES)
  expect(Math.max(...counts.values())).toBeLessThan(60)
})

test('the tokens of restricted people say nothing about those of others', () => {
  const known = {
    given: 'Awa',
    family: 'Traoré',
    mother: 'Nana',
    village: 'Ber',
    phone: '76112233',
    birth: { year: 1990 },
  }
  const open = new Set(tokensFor('a', known, 'open'))
  expect(tokensFor('a', known, 'restricted').filter((token) => open.has(token))).toEqual([])
})

test('whatever was typed can be filed: a save never fails because of it', () => {
  const odd = [
    '\ud800',
    '\u0000',
    'x'.repeat(500),
    '76 12 34 56 (voisin) / 66 00 00 00',
    '𞤀𞤣𞤢𞤥',
    '١٢',
    '-',
    'Ag',
    'el hadj',
  ]
  for (const text of odd) {
    const known = {
      given: text,
      family: text,
      alias: text,
      mother: text,
      village: text,
      phone: text,
      household: [text],
      cercle: text,
    }
    expect(() =>
      tokensFor('a', { ...known, sex: text, birth: { date: text, year: 5, basis: text } }, 'open'),
    ).not.toThrow()
  }
  const years = [1, 1879, 2100].map((year) =>
    compoundTokens({ given: 'Awa', family: 'Sow', cercle: 'ML0703', birth: { year } }, 'open'),
  )
  expect(years).toHaveLength(3)
})

test('a telephone is read however it is spaced, and every one of several', () => {
  expect(phonesIn('76 12 34 56 (voisin) / +223 66.00.00.00')).toEqual(['76123456', '22366000000'])
  expect(phonesIn('chez la matrone, porte 12')).toEqual([])
})
