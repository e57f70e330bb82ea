import { expect, test, vi } from 'vitest'
import { openLifetime } from '../instance/lifetime'
import { pauseBefore, restarter } from './keep-running'

vi.spyOn(console, 'log').mockImplementation(() => {})

test('the first try comes at once, later ones after longer pauses, never more than two seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 99].map(pauseBefore)).toEqual([0, 250, 500, 1000, 2000, 2000, 2000])
})

test('what does not start is tried again, and one death is answered once', async () => {
  let tries = 0
  const start = async () => {
    tries += 1
    if (tries < 3) throw new Error('not yet')
  }
  const again = restarter({ name: 'server', start, lifetime: openLifetime() })
  await Promise.all([again(), again()])
  expect(tries).toBe(3)
})

test('nothing is started while everything is being stopped', async () => {
  const lifetime = openLifetime()
  await lifetime.end()
  const start = vi.fn(async () => {})
  await restarter({ name: 'server', start, lifetime })()
  expect(start).not.toHaveBeenCalled()
})
