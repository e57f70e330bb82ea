import { describe, expect, test } from 'vitest'
import type { Count } from './counts'
import { courseOf, mostIn, womenAmong } from './findings'

const month = (code: string, persons: number) => ({ month: code, persons })
const count = (region: string, sex: string, persons: number): Count => ({
  measure: 'NEW',
  region,
  sex,
  ageGroup: 'A18_59',
  persons,
})

describe('a finding', () => {
  test('compares with the month before', () => {
    const months = [month('2014-04', 20), month('2014-05', 30), month('2014-06', 12)]
    expect(courseOf(months, '2014-06')).toMatchObject({
      key: 'statistics.finding.fewer',
      values: { count: 18, before: '2014-05' },
    })
    expect(courseOf(months, '2014-05').key).toBe('statistics.finding.more')
    expect(courseOf([month('2014-04', 9), month('2014-05', 9)], '2014-05').key).toBe(
      'statistics.finding.same',
    )
  })

  test('says nothing where there is nothing to compare with', () => {
    expect(courseOf([month('2014-06', 30)], '2014-06').key).toBe('statistics.finding.course-plain')
    expect(courseOf([month('2014-05', 0), month('2014-06', 30)], '2014-06').key).toBe(
      'statistics.finding.course-plain',
    )
    expect(womenAmong([]).key).toBe('statistics.finding.sex-plain')
    expect(mostIn([], ['ML07', 'ML05']).key).toBe('statistics.finding.region-plain')
  })

  test('weighs women and girls against all', () => {
    const key = (women: number, men: number) =>
      womenAmong([count('ML07', 'F', women), count('ML07', 'M', men)]).key
    expect([key(20, 10), key(10, 20), key(10, 10)]).toEqual([
      'statistics.finding.women-more',
      'statistics.finding.women-less',
      'statistics.finding.women-half',
    ])
  })

  test('names the region that stands out, and none where two are equal', () => {
    const regions = ['ML05', 'ML07']
    expect(mostIn([count('ML07', 'F', 9), count('ML05', 'F', 6)], regions).values).toEqual({
      region: 'ML07',
      count: 9,
      all: 15,
    })
    expect(mostIn([count('ML07', 'F', 9), count('ML05', 'F', 9)], regions).key).toBe(
      'statistics.finding.region-plain',
    )
  })
})
