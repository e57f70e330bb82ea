import { afterAll } from 'vitest'
import { dropOwnDatabase, openOwnDatabase } from './database'

/** Runs before each file of database tests: a database of its own, gone when the file is done. */
await openOwnDatabase()

afterAll(async () => {
  const { closePools } = await import('@/lib/platform/db/client')
  await closePools()
  await dropOwnDatabase()
})
