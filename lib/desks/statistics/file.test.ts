import { describe, expect, test } from 'vitest'
import { codes } from '@/lib/base/codes/codes'
import type { Count } from './counts'
import { fileOf } from './file'

const count = (measure: string, region: string, sex: string, ageGroup: string, persons: number): Count => ({
  measure,
  region,
  sex,
  ageGroup,
  persons,
})
const both = (region: string, sex: string, age: string, persons: number) => [
  count('NEW', region, sex, age, persons),
  count('ACTIVE', region, sex, age, persons * 3 + 10),
]
/** Of eleven women under five and above, four are under five: a blank would be 11 − 7. */
const counts = [
  ...both('ML07', 'F', 'A0_4', 4),
  ...both('ML07', 'F', 'A18_59', 7),
  ...both('ML07', 'M', 'A18_59', 30),
  ...both('ML05', 'F', 'A18_59', 20),
  count('CUMULATIVE', 'ML07', 'F', 'A18_59', 400),
  count('REFERRED', 'ML07', 'F', 'A18_59', 3),
  { measure: 'LEFT_OUT', region: null, sex: null, ageGroup: null, persons: 6 },
]
const cells = fileOf(counts, '2014-06')
const of = (measure: string) => cells.filter((cell) => cell.measure === measure)

describe('the file of a month', () => {
  test('has no cell that its own table gives back: none is blank, none counts fewer than five', () => {
    expect(cells.every(({ value }) => value >= 5)).toBe(true)
    const women = of('NEW').filter(({ region, sex }) => region.includes('ML07') && sex.includes('F'))
    expect(women.map(({ age, value }) => [age.join(), value])).toEqual([['*', 11]])
  })

  test('has cells that do not overlap and add up to the total above them', () => {
    for (const measure of ['NEW', 'ACTIVE']) {
      const [total, ...parts] = of(measure)
      expect(total?.region).toEqual(['*'])
      expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(total?.value)
    }
  })

  test('leaves a count of too few people out, and people since the start as a total alone', () => {
    expect(of('REFERRED')).toEqual([])
    expect(of('CUMULATIVE').map(({ value }) => value)).toEqual([400])
  })

  test('knows every region of 2014', () => {
    const named = new Set(of('ACTIVE').flatMap(({ region }) => region))
    for (const { code } of codes('admin1_2014'))
      expect([...named, '*']).toContain(named.has(code) ? code : '*')
  })
})
