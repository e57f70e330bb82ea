import { expect, test, vi } from 'vitest'

test('a real instance hashes with argon2id, 46 MiB and one pass', async () => {
  delete process.env.RELAIS_ARGON_KIB
  vi.resetModules()
  const { checkPassword, hashPassword } = await import('./passwords')
  const hash = await hashPassword('sorgho-rivière-1960')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
  expect(await checkPassword(hash, 'sorgho-rivière-1960')).toBe(true)
  expect(await checkPassword(hash, 'sorgho-rivière-1961')).toBe(false)
  expect(await checkPassword(undefined, 'nobody signs in with this')).toBe(false)
})
