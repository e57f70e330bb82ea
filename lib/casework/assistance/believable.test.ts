import { expect, test } from 'vitest'
import { isForHousehold, isMuchFor } from './believable'

test('a household’s kit is one for eight, other things are counted a head', () => {
  expect(isForHousehold('NFI_KIT')).toBe(true)
  expect(isForHousehold('NFI_DIG')).toBe(false)
  for (const [service, quantity, reached, much] of [
    ['NFI_KIT', 1, 8, false],
    ['NFI_KIT', 2, 8, true],
    ['NFI_KIT', 2, 9, false],
    ['NFI_DIG', 2, 1, false],
    ['NFI_DIG', 3, 1, true],
    ['NFI_DIG', 3, 2, false],
    ['REINT_EDU', 1, 1, false],
    ['REINT_EDU', 3, 2, true],
    ['FOOD_RATION', 370, 1, true],
    ['FOOD_RATION', 370, 3, false],
    // Nights and money go to nobody's head.
    ['SHEL_NIGHT', 38, 1, false],
    ['CASH_EMERG', 250_000, 1, false],
  ] as const)
    expect(isMuchFor(service, quantity, reached), `${quantity} ${service} for ${reached}`).toBe(much)
})
