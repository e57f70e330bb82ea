import { beforeEach, expect, test, vi } from 'vitest'

const asked: { hash: string; answer: () => void }[] = []
vi.mock('@node-rs/argon2', () => ({
  hash: async () => 'decoy',
  verify: (hash: string) =>
    new Promise<boolean>((resolve) => asked.push({ hash, answer: () => resolve(true) })),
}))
vi.mock('@/lib/platform/env/env', () => ({ env: () => ({ argonKib: 8 }) }))
const { checkPassword } = await import('./passwords')

const settle = () => new Promise((resolve) => setImmediate(resolve))
const answerAll = async () => {
  while (asked.length > 0) {
    asked.shift()?.answer()
    await settle()
  }
}
beforeEach(answerAll)

test('strangers’ passwords are looked at one at a time, and a known browser’s beside them', async () => {
  for (let n = 0; n < 50; n += 1)
    void checkPassword(`stranger ${n}`, 'x', { key: 'one address, one account', known: false })
  await settle()
  void checkPassword('known', 'x', { key: 'k', known: true })
  await settle()
  expect(asked.map(({ hash }) => hash)).toEqual(['stranger 0', 'known'])
  await answerAll()
})

test('one account’s flood delays another account by one turn', async () => {
  for (let n = 0; n < 50; n += 1) void checkPassword(`flood ${n}`, 'x', { key: 'flooded', known: false })
  void checkPassword('colleague', 'x', { key: 'another', known: false })
  await settle()
  asked.shift()?.answer()
  await settle()
  expect(asked.map(({ hash }) => hash)).toEqual(['colleague'])
  await answerAll()
})

test('beyond a long line it is too busy, told by a code', async () => {
  for (let n = 0; n < 513; n += 1) void checkPassword(`n ${n}`, 'x', { key: 'flooded', known: false })
  await settle()
  await expect(checkPassword('last', 'x', { key: 'other', known: false })).rejects.toMatchObject({
    code: '53300',
  })
  await answerAll()
})
