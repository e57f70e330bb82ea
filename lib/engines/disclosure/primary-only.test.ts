import { expect, it } from 'vitest'
import { primaryOnly } from './primary-only'

it('blanks and flags counts of one to four, and nothing else', () => {
  const counts = [0, 1, 4, 5, 60].map((count, i) => ({ at: [`C${i}`], count }))
  expect(primaryOnly(counts).map(({ value, suppressed }) => [value, suppressed])).toEqual([
    [0, false],
    [null, true],
    [null, true],
    [5, false],
    [60, false],
  ])
})
