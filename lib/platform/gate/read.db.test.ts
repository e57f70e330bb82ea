import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type RequestRecord, requests } from '@/lib/base/request/request-record'
import { sessionCookie } from '@/lib/platform/access/cookies'
import type { Tx } from '@/lib/platform/db/client'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { read } from './read'

let worker: SignedIn
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (name === sessionCookie('staff') ? { name, value: worker.token } : undefined),
  }),
  headers: async () => new Headers(),
}))

beforeAll(async () => {
  worker = await signedIn('SOCIAL_WORKER', 'MOP')
})

/** A page whose loader does this; what the person sees: the view, or status and reason. */
async function page(load: (tx: Tx) => Promise<unknown>) {
  const record: RequestRecord = { reference: 'R-0000-00', lang: 'fr', demo: false, path: '/x' }
  return requests.run(record, async () => {
    const found = read({ action: 'help.glossary', roles: ['SOCIAL_WORKER'] }, async ({ tx }) => {
      const view = await load(tx)
      return { view, subject: { type: 'page', id: 'x' } }
    })
    return found.then(
      ({ view }) => ({ view }),
      () => ({ status: record.refusal?.status, reason: record.refusal?.reason }),
    )
  })
}

/** Fails so many times, then works. */
const failing = (times: number, code: string) => {
  let left = times
  return async (tx: Tx) => {
    if (left === 0) return 'a page'
    left -= 1
    await tx.execute(sql.raw(`do $$ begin raise exception using errcode = '${code}'; end $$`))
  }
}

describe('a page whose statement fails', () => {
  test.each([
    ['for a collision is loaded again', 3, '40001', { view: 'a page' }],
    ['for a deadlock is loaded again', 1, '40P01', { view: 'a page' }],
    ['for a lock is loaded once more', 1, '55P03', { view: 'a page' }],
    ['for a lock twice says who is at work there', 2, '55P03', { status: 503, reason: 'locked' }],
    ['for a full disk says so', 1, '53100', { status: 503, reason: 'database' }],
    ['for taking too long says busy', 1, '57014', { status: 503, reason: 'busy' }],
    ['for a value no column takes does not exist', 1, '22P02', { status: 404, reason: 'not-found' }],
  ] as const)('%s', async (_, times, code, outcome) => {
    expect(await page(failing(times, code))).toEqual(outcome)
  })

  test('because its connection was ended is loaded again on another', async () => {
    let times = 0
    const outcome = await page(async (tx) => {
      times += 1
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      if (times === 1) await root()`select pg_terminate_backend(${row?.pid ?? 0})`
      await tx.execute(sql`select 1`)
      return 'a page'
    })
    expect([times, outcome]).toEqual([2, { view: 'a page' }])
  })

  test('for a mistake of ours is no refusal: it is thrown', async () => {
    expect(await page(failing(1, '42P01'))).toEqual({ status: undefined, reason: undefined })
  })
})
