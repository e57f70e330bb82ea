import { beforeEach, describe, expect, test } from 'vitest'
import { root } from '@/lib/testing/database'
import { beginTry } from './throttle'

beforeEach(async () => {
  await root()`truncate access.sign_in_attempts`
})

const from = (account: string, address: string, device?: string) => ({ account, address, device })
const fail = async (account: string, address: string, device?: string) => {
  const { delay, end } = await beginTry(from(account, address, device))
  await end('wrong')
  return delay
}

describe('the delay before a password is looked at', () => {
  test('grows for known and unknown accounts alike, in the database', async () => {
    for (const account of ['known@example.org', 'nobody@example.org']) {
      const delays: number[] = []
      for (let turn = 0; turn < 8; turn += 1) delays.push(await fail(account, `address of ${account}`))
      expect(delays).toEqual([0, 0, 0, 0, 0, 1, 2, 4])
    }
  })

  test('spares no more than the free tries when they come all at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => beginTry(from('nobody@example.org', 'one'))),
    )
    expect(all.filter(({ delay }) => delay === 0)).toHaveLength(5)
    await Promise.all(all.map(({ end }) => end('unseen')))
  })

  test('does not grow by tries that nobody looked at', async () => {
    for (let turn = 0; turn < 20; turn += 1)
      await (await beginTry(from('known@example.org', 'one'))).end('unseen')
    const [row] = await root()`select count(*)::int as n from access.sign_in_attempts`
    expect(row?.n).toBe(0)
    expect(await fail('known@example.org', 'one')).toBe(0)
  })

  test('of a known browser counts its own mistakes and nobody else’s', async () => {
    for (let turn = 0; turn < 30; turn += 1) await fail('known@example.org', 'one')
    expect(await fail('known@example.org', 'one', 'its mark')).toBe(0)
    for (let turn = 0; turn < 4; turn += 1) await fail('known@example.org', 'one', 'its mark')
    expect(await fail('known@example.org', 'one', 'its mark')).toBe(1)
  })

  test('keeps no address and no account in clear, and nothing older than an hour', async () => {
    await fail('known@example.org', '10.0.0.9')
    const rows = await root()`select row_to_json(a)::text as row from access.sign_in_attempts a`
    for (const { row } of rows) expect(row).not.toMatch(/example|10\.0\.0\.9/)
    await root()`update access.sign_in_attempts set at = now() - interval '2 hours'`
    await fail('known@example.org', '10.0.0.9')
    const [left] = await root()`select count(*)::int as n from access.sign_in_attempts`
    expect(left?.n).toBe(1)
  })
})
