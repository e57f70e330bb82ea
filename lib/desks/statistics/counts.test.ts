import { describe, expect, test } from 'vitest'
import { ALL, type Count, cellsOf, shown, sumOf } from './counts'

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
  { measure: 'LEFT_OUT', region: null, sex: null, ageGroup: null, persons: 6 },
]
const cell = (...at: string[]) => cellsOf(counts).find((found) => found.at.join() === at.join())

describe('the cells of a month', () => {
  test('blank one to four people with a flag, and keep zeros', () => {
    expect([0, 1, 4, 5].map((n) => shown(n).value)).toEqual([0, null, null, 5])
    expect(cell('NEW', 'ML07', 'M', 'A18_59')).toMatchObject({ value: null, suppressed: true })
    expect(cell('NEW', 'ML07', 'F', 'A0_4')).toMatchObject({ value: 0, suppressed: false })
  })

  test('carry totals of regions and of the country, never across measures', () => {
    expect(cell('NEW', ALL, ALL, ALL)?.value).toBe(16)
    expect(cell('ACTIVE', ALL, ALL, ALL)?.value).toBe(40)
    expect(cell('NEW', 'ML07', ALL, ALL)?.value).toBe(15)
    expect(sumOf(counts, { measure: 'NEW', sex: 'F' })).toBe(12)
  })

  test('stand once each, for all nine regions of 2014, both sexes and five ages at least', () => {
    const keys = cellsOf(counts).map(({ at }) => at.join())
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => key.startsWith('NEW,') && !key.endsWith(ALL))).toHaveLength(9 * 3 * 6)
    expect(cell('LEFT_OUT', ALL, ALL, ALL)?.value).toBe(6)
  })
})
