import { expect, test } from 'vitest'
import { agesOf, type Count, leftOut, regionsOf, sexesOf, sumOf } from './counts'

const count = (measure: string, region: string, sex: string, ageGroup: string, persons: number): Count => ({
  measure,
  region,
  sex,
  ageGroup,
  persons,
})
const counts = [
  count('NEW', 'ML07', 'F', 'A18_59', 12),
  count('NEW', 'ML07', 'M', 'A18_59', 3),
  count('NEW', 'ML05', 'X', 'AU', 1),
  count('ACTIVE', 'ML07', 'F', 'A18_59', 40),
]

test('a sum adds up within one measure, never across', () => {
  expect(sumOf(counts, { measure: 'NEW' })).toBe(16)
  expect(sumOf(counts, { measure: 'NEW', region: 'ML07' })).toBe(15)
  expect(sumOf(counts, { measure: 'NEW', sex: 'F' })).toBe(12)
})

test('all nine regions of 2014, both sexes and five ages are printed, and others that somebody was counted under', () => {
  expect(regionsOf(counts)).toHaveLength(9)
  expect(sexesOf(counts)).toEqual(['F', 'M', 'X'])
  expect(agesOf(counts)).toEqual(['A0_4', 'A5_11', 'A12_17', 'A18_59', 'A60P', 'AU'])
})

test('people left out are told by child and adult, and open no column of a breakdown', () => {
  const hidden = (ageGroup: string, persons: number): Count => ({
    ...{ measure: 'LEFT_OUT', region: null, sex: null },
    ageGroup,
    persons,
  })
  const all = [...counts, hidden('CHILD', 3), hidden('ADULT', 2), hidden('AU', 1)]
  expect(leftOut(all)).toEqual({ count: 6, children: 3, adults: 2, unknown: 1 })
  expect(agesOf(all)).toEqual(agesOf(counts))
})
