import { afterAll } from 'vitest'

/** Runs before each file of database tests: a database of its own, gone when the file is done. */
const { dropOwnDatabase, openOwnDatabase } = await import('./database')
await openOwnDatabase()

afterAll(async () => {
  const { closePools } = await import('@/lib/platform/db/client')
  await closePools()
  await dropOwnDatabase()
})
