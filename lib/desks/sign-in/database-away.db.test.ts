import { expect, test, vi } from 'vitest'
import { POST as signIn } from '@/app/api/v1/session/route'
import { opened } from '@/lib/platform/gate/opened'
import { refusalOf } from '@/lib/platform/gate/retry'
import { root } from '@/lib/testing/database'
import { post } from '@/lib/testing/requests'
import { isEmptyInstance } from './invitation'

vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined, getAll: () => [], set: () => {}, delete: () => {} }),
  headers: async () => new Headers({ host: '127.0.0.1:3000' }),
}))

const kill = () =>
  root()`select count(pg_terminate_backend(pid))::int as n from pg_stat_activity
    where datname = current_database() and usename like 'relais\\_auth\\_%'`

test('a page of nobody is read again on a new connection when its own was killed', async () => {
  expect(await isEmptyInstance()).toBe(true)
  await kill()
  expect(await opened(isEmptyInstance)).toBe(true)
})

test('a connection that is gone or cannot be had is a matter of time, never a mistake of ours', () => {
  for (const code of ['CONNECTION_CLOSED', 'ECONNREFUSED', 'CONNECT_TIMEOUT', '57P01', '57P03'])
    for (const door of ['page', 'route'] as const)
      expect(refusalOf(Object.assign(new Error(code), { code }), door), code).toMatchObject({ status: 503 })
})

test('signing in while no connection is to be had answers 503, and counts nothing', async () => {
  const name = (await root()`select current_database() as name`)[0]?.name
  await root().unsafe(`alter database ${name} connection limit 0`)
  try {
    await kill()
    const answer = await post((request) => signIn(request), {
      values: { email: 'awa@example.org', password: 'un mot' },
    })
    expect(answer.status).toBe(503)
  } finally {
    await root().unsafe(`alter database ${name} connection limit -1`)
  }
  expect(await root()`select from access.sign_in_attempts`).toEqual([])
})
