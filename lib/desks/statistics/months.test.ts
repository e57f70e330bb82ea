import { describe, expect, test } from 'vitest'
import { isOver, parseMonth } from './months'

describe('a month asked for from outside', () => {
  test('has its first and last day', () => {
    expect(parseMonth('2014-06')).toEqual({ code: '2014-06', first: '2014-06-01', last: '2014-06-30' })
    expect(parseMonth('2014-12')?.last).toBe('2014-12-31')
  })

  test('ends on 29 February in leap years only', () => {
    expect(['2000-02', '2012-02', '2014-02', '2096-02'].map((code) => parseMonth(code)?.last)).toEqual([
      '2000-02-29',
      '2012-02-29',
      '2014-02-28',
      '2096-02-29',
    ])
  })

  test.each([
    undefined,
    '',
    '2014',
    '2014-13',
    '2014-00',
    '2014-6',
    '1999-01',
    '2014-06-01',
    '../2014-06',
    '２０14-06',
  ])('is nothing when it is not a month: %s', (code) => expect(parseMonth(code)).toBeUndefined())

  test('is over the day after its last one', () => {
    const june = parseMonth('2014-06')
    if (!june) throw new Error('no month')
    expect(isOver(june, '2014-06-30')).toBe(false)
    expect(isOver(june, '2014-07-01')).toBe(true)
  })
})
