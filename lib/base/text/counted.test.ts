import { expect, test } from 'vitest'
import { isCapped, shownCount } from '@/app/_ui/count'
import { COUNTED_TO } from './counted'

test('a count that stopped at its end is said as such, and the last one before it is not', () => {
  expect([shownCount(COUNTED_TO), isCapped(COUNTED_TO)]).toEqual(['99+', true])
  expect([shownCount(COUNTED_TO - 1), isCapped(COUNTED_TO - 1)]).toEqual([99, false])
})
