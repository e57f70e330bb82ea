import { beforeEach, describe, expect, test } from 'vitest'
import { root } from '@/lib/testing/database'
import { takeTry, waitAfter } from './throttle'

beforeEach(async () => {
  await root()`truncate access.sign_in_attempts`
})

describe('the throttle', () => {
  test('waits longer after each wrong try, from the sixth on, and never for ever', () => {
    expect([0, 4, 5, 6, 7, 10, 11, 50].map((failures) => waitAfter(failures, 0))).toEqual([
      0, 0, 2, 4, 8, 64, 120, 120,
    ])
    expect(waitAfter(6, 3.2)).toBe(1)
    expect(waitAfter(50, 121)).toBe(0)
  })

  test('counts known and unknown accounts alike, in the database', async () => {
    for (const account of ['known@example.org', 'nobody@example.org']) {
      const waits: number[] = []
      for (let turn = 0; turn < 6; turn += 1) waits.push(await takeTry(account, `address of ${account}`))
      expect(waits).toEqual([0, 0, 0, 0, 0, 2])
    }
  })

  test('lets no more than the free tries through when they come all at once', async () => {
    const waits = await Promise.all(Array.from({ length: 20 }, () => takeTry('nobody@example.org', 'one')))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  test('also counts by where they come from, over all accounts', async () => {
    const waits: number[] = []
    for (let turn = 0; turn < 61; turn += 1) waits.push(await takeTry(`account ${turn}`, 'one place'))
    expect(waits.filter((wait) => wait > 0)).toEqual([120])
  })

  test('keeps no address and no account in clear', async () => {
    await takeTry('known@example.org', '10.0.0.9')
    const rows = await root()`select row_to_json(a)::text as row from access.sign_in_attempts a`
    for (const { row } of rows) expect(row).not.toMatch(/example|10\.0\.0\.9/)
  })
})
