import { expect, test } from 'vitest'
import { totalsOf } from './totals'

test('quantities add up within a service and never across services', () => {
  const lines = [
    { service: 'NFI_KIT', unit: 'KIT', quantity: 1 },
    { service: 'MED_DRUG', unit: 'XOF', quantity: 18_000 },
    { service: 'NFI_KIT', unit: 'KIT', quantity: 2 },
  ]
  expect(totalsOf(lines)).toEqual([
    { service: 'MED_DRUG', unit: 'XOF', quantity: 18_000 },
    { service: 'NFI_KIT', unit: 'KIT', quantity: 3 },
  ])
})
