import { expect, test } from 'vitest'
import { offered } from '@/lib/base/codes/codes'
import { findCode } from './find-code'

test('a word finds the one entry it means, whatever its accents and case', () => {
  expect(findCode('nationality', 'GUINEENNE')).toBe('GIN')
  expect(findCode('nationality', 'chad')).toBe('TCD')
  expect(findCode('spoken', ' hassaniya ')).toBe('mey')
})

test('a word that means none or several finds none', () => {
  for (const word of ['', ' ', 'klingon', 'songhai', 'arab'])
    expect(findCode('spoken', word), word).toBeUndefined()
})

test('every entry is found by its own wording, as a browser suggests it', () => {
  for (const list of ['spoken', 'nationality', 'origin'] as const)
    for (const { code, fr, en } of offered(list))
      for (const word of [fr, en]) expect(findCode(list, word), `${list} ${word}`).toBe(code)
})
