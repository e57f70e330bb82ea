import { afterEach, expect, it } from 'vitest'
import { closeServers, get, serve } from './test-server'

afterEach(closeServers)

const health = async (ready: boolean) => {
  const url = await serve(() => {}, { ready: () => ready })
  const { status, body } = await get(new URL('/api/health', url))
  return [status, JSON.parse(body.toString())]
}

it('says that it is up, and which start this is', async () => {
  expect(await health(true)).toEqual([200, { boot: 'b1', ok: true }])
})

it('says that it is not up while pages are still being prepared', async () => {
  expect(await health(false)).toEqual([503, { ok: false }])
})
