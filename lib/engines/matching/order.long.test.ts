import fc from 'fast-check'
import { describe, it } from 'vitest'
import { promises } from '@/lib/testing/matching/order-of-agreement'

describe('the order of agreement', () => {
  // Another seed each time: what holds by construction holds for all. `npm run bench -- matching` tries 200.
  for (const [promise, property] of Object.entries(promises))
    it(promise, () => {
      fc.assert(property, { numRuns: 3_000 })
    })
  it('holds for the seed that once broke it', () => {
    for (const property of Object.values(promises)) fc.assert(property, { numRuns: 1_000, seed: -1711475905 })
  })
})
