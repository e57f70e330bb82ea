import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, lookable } from './fold'

test.each([
  ['a\u00a0b\u202fc\u2003d', 'a b c d'],
  ['a\u200bb\u202ec\u2066d\ufeff', 'abcd'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['߀߁߂ १२३', '012 123'],
  ['ﬁn №', 'fin No'],
  ['рауа', 'paya'],
  ['a\u2212b\u2013c', 'a-b-c'],
  ['a\r\nb\rc', 'a\nb\nc'],
  ['d’eau', "d'eau"],
])('%j folds to %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('looking takes accents and capitals away', () => {
  expect(lookable('SŒUR Violée')).toBe('soeur violee')
})

test('folding twice changes nothing more, and plain French stays as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)))
  expect(fold('Arrivée à Gao, née en 1996.')).toBe('Arrivée à Gao, née en 1996.')
})
