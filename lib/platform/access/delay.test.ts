import { expect, test } from 'vitest'
import { delayBefore } from './delay'

const nothing = { here: 0, account: 0, address: 0, known: false }

test('five mistakes are free, then each costs more, and never more than twenty seconds', () => {
  const seconds = [0, 4, 5, 6, 7, 8, 99, 100, 300, 1e6].map((here) => delayBefore({ ...nothing, here }))
  expect(seconds).toEqual([0, 0, 1, 2, 4, 5, 5, 10, 20, 20])
})

test('what others try on the account, or from the address, delays a browser it does not know', () => {
  expect([19, 20, 100, 1000].map((account) => delayBefore({ ...nothing, account }))).toEqual([0, 2, 5, 20])
  expect([59, 60, 600, 1e6].map((address) => delayBefore({ ...nothing, address }))).toEqual([0, 2, 5, 5])
})

test('and never one it knows, which waits for its own mistakes alone', () => {
  expect(delayBefore({ here: 0, account: 1e6, address: 1e6, known: true })).toBe(0)
  expect(delayBefore({ here: 1e6, account: 0, address: 0, known: true })).toBe(5)
})
