import { expect, test } from 'vitest'
import { delayFor } from './pace'

test('within the budget nothing waits; beyond it each further file waits longer, up to eight seconds', () => {
  expect([-5, 0, 1, 10, 80, 5_000].map(delayFor)).toEqual([0, 0, 100, 1_000, 8_000, 8_000])
})
