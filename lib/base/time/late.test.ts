import { describe, expect, test } from 'vitest'
import { bucketOf, isLate } from './late'

const now = new Date('2014-06-30T09:00:00Z')
const at = (text: string) => new Date(`2014-${text}Z`)

describe('late', () => {
  test('is what was due before now; at its very instant it is in time', () => {
    expect(isLate(at('06-30T08:59:59.999'), now)).toBe(true)
    expect(isLate(at('06-30T09:00:00.000'), now)).toBe(false)
  })

  test.each([
    ['06-30T08:59:59.999', 'late'],
    ['06-30T09:00:00', 'today'],
    ['06-30T23:59:59.999', 'today'],
    ['07-01T00:00:00', 'week'],
    // The seventh day is shown whole.
    ['07-07T23:59:59.999', 'week'],
    ['07-08T00:00:00', undefined],
  ] as const)('what is due on %s stands under %s', (text, bucket) => {
    expect(bucketOf(at(text), now)).toBe(bucket)
  })
})
