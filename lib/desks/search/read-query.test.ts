import { expect, test } from 'vitest'
import { asksForSomebody, readQuery } from './read-query'

const asked = (typed: string) => {
  const { kinds, born, phones } = readQuery(typed, 2014)
  return { kinds, ...(born && { born: [born.from, born.to] }), ...(phones.length > 0 && { phones }) }
}

test.each([
  ['mlp 7kq2 d8xn', 'code or nothing'],
  ['Aïchata Touré', { kinds: ['NAME'] }],
  ['Touré 1990', { kinds: ['NAME', 'YEAR'], born: [1987, 1993] }],
  ['1990 Touré', { kinds: ['NAME', 'YEAR'], born: [1987, 1993] }],
  ['Touré, 24 ans', { kinds: ['NAME', 'YEAR'], born: [1987, 1993] }],
  ['Toure 24 years', { kinds: ['NAME', 'YEAR'], born: [1987, 1993] }],
  ['76 12 19 90', { kinds: ['PHONE'], phones: ['76121990'] }],
  // Its last digit fits the others as a code's does: looked for as both.
  ['65157522', { kinds: ['CASE', 'PHONE'], phones: ['65157522'] }],
  ['+223 76 12 34 56', { kinds: ['PHONE'], phones: ['22376123456'] }],
  ['٧٦١٢٣٤٥٦', { kinds: ['PHONE'], phones: ['76123456'] }],
  ['Awa 76123456 1990', { kinds: ['NAME', 'PHONE', 'YEAR'], born: [1987, 1993], phones: ['76123456'] }],
  ['فاطمة', { kinds: ['NAME'] }],
])('%s', (typed, said) => {
  if (typeof said === 'string') expect(asked(typed).kinds).toEqual(expect.not.arrayContaining(['NAME']))
  else expect(asked(typed)).toEqual(said)
})

test('what is almost a code, a year alone or nothing but marks asks for nobody', () => {
  for (const typed of ['MLP-7KQ2', 'R-4K7', '1990', '12', '\u200b\u202a', '…', ''])
    expect(asksForSomebody(readQuery(typed, 2014)), typed).toBe(false)
})

test('a name is never taken for a code, however short', () => {
  for (const typed of ['Sow', 'Rokia', 'Samba', 'S', 'R'])
    expect(readQuery(typed, 2014).code, typed).toBeUndefined()
})
