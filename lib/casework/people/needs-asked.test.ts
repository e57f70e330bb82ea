import { expect, test } from 'vitest'
import { needsNotAsked } from './needs-asked'

const left = (sex: string, birthYear: number | null) =>
  needsNotAsked({ sex, birthYear, ageBasis: 'STATED', identity: { birthDate: '' } }, '2014-06-30', 18)

test.each([
  ['F', 1980, ['CR', 'SC']],
  ['M', 1980, ['CR', 'SC', 'WR']],
  ['F', 2004, ['ER']],
  ['M', 2004, ['ER', 'WR']],
])('a need that cannot be theirs is not asked: %s, %s', (sex, year, groups) => {
  expect(left(sex, year)).toEqual(groups)
})

test('a doubt about age or sex leaves everything asked', () => {
  expect(left('F', 1996)).toEqual([])
  expect(left('U', null)).toEqual([])
  expect(left('X', 1996)).toEqual([])
})
