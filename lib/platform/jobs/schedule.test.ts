import { expect, test } from 'vitest'
import { lastMoment } from './schedule'

const before = (pattern: string, now: string) => lastMoment(pattern, new Date(now))?.toISOString()

test('the last moment of a pattern is the one at or before now, in UTC', () => {
  expect(before('*/10 * * * *', '2014-07-01T08:09:59.999Z')).toBe('2014-07-01T08:00:00.000Z')
  expect(before('*/10 * * * *', '2014-07-01T08:10:00.000Z')).toBe('2014-07-01T08:10:00.000Z')
  expect(before('*/10 * * * *', '2014-07-01T08:10:00.500Z')).toBe('2014-07-01T08:10:00.000Z')
  expect(before('17 3 * * *', '2014-07-01T03:16:00Z')).toBe('2014-06-30T03:17:00.000Z')
})
