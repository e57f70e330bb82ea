import { describe, expect, test } from 'vitest'
import { cut, daysOf, mondayOf, weekAsked } from './week'

describe('a week', () => {
  test('begins on Monday, and Sunday is its last day', () => {
    expect(mondayOf('2014-06-30')).toBe('2014-06-30')
    expect(mondayOf('2014-07-06')).toBe('2014-06-30')
    expect(mondayOf('2014-07-07')).toBe('2014-07-07')
    expect(daysOf('2014-06-30').at(-1)).toBe('2014-07-06')
  })

  test('is the one that is asked for, and this one for nonsense', () => {
    expect(weekAsked('2014-07-09', '2014-06-30')).toBe('2014-07-07')
    for (const nonsense of [undefined, '', 'hier', '2014-13-45', '1900-01-01', '2099-01-01'])
      expect(weekAsked(nonsense, '2014-07-01')).toBe('2014-06-30')
  })
})

test('a day of eight is whole; of nine the first six stand and three are said to be more', () => {
  const of = (n: number) => cut(Array.from({ length: n }, (_, i) => i))
  expect(of(8)).toEqual({ shown: [0, 1, 2, 3, 4, 5, 6, 7], more: [] })
  expect(of(9)).toEqual({ shown: [0, 1, 2, 3, 4, 5], more: [6, 7, 8] })
  expect(of(0)).toEqual({ shown: [], more: [] })
})
