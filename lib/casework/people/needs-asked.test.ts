import { expect, test } from 'vitest'
import { needsNotAsked } from './needs-asked'

const left = (sex: string, birthYear: number | null) =>
  needsNotAsked({ sex, birthYear, ageBasis: 'STATED', identity: { birthDate: '' } }, '2014-06-30', 18)

test.each([
  ['F', 1980, ['CR', 'SC', 'ER']],
  ['F', 1940, ['CR', 'SC']],
  ['M', 1940, ['CR', 'SC', 'WR']],
  ['F', 2004, ['ER', 'WR']],
  ['M', 2004, ['ER', 'WR']],
])('a need that cannot be theirs is not asked: %s, %s', (sex, year, groups) => {
  expect(left(sex, year)).toEqual(groups)
})

test('a doubt about age or sex leaves everything asked', () => {
  expect(left('U', null)).toEqual([])
  expect(left('F', 1996)).toEqual(['ER'])
  expect(left('F', 1954)).toEqual(['CR', 'SC'])
  expect(left('X', 1954)).toEqual(['CR', 'SC'])
})
