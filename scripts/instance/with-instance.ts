import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolderOf } from '@/lib/platform/db/embedded/place'
import { holderOf } from '../lock.mjs'
import { claimFolder, lockFile } from './claim'
import { type Database, openDatabase } from './database'
import { isDemo, originFor, type Served } from './environment'
import { type Folder, openFolder, passwordFor } from './folder'
import { endWithUs, type Lifetime, openLifetime } from './lifetime'
import { wantedPort } from './ports'
import { Interrupted } from './run-entry'

/** The embedded database of an `npm start` in another terminal: used as it is, never stopped. */
export function runningDatabase(folder: Folder): Database | undefined {
  const noteOfServer = join(dataFolderOf(folder.file('pg')), 'postmaster.pid')
  if (!holderOf(lockFile(folder))?.address || !existsSync(noteOfServer)) return undefined
  const port = readFileSync(noteOfServer, 'utf8').split('\n')[3]
  return {
    url: `postgres://relais_admin:${passwordFor(folder, 'admin')}@127.0.0.1:${port}/relais`,
    embedded: true,
    created: false,
    description: 'the running one',
    onDeath: () => {},
    startAgain: async () => {},
    stop: async () => {},
  }
}

async function claimAndOpen(folder: Folder, command: string, lifetime: Lifetime) {
  const lock = await claimFolder(folder, command)
  lifetime.add(lock.release)
  const database = await openDatabase(folder)
  lifetime.add(database.stop)
  return database
}

/**
 * Runs a chore on the database of this clone: the operator's, the one that runs, else one started for the purpose.
 * `beside`: on the operator's database it may run while the server does.
 */
export async function withInstance(
  command: string,
  act: (served: Served, lifetime: Lifetime) => Promise<number>,
  { beside = false } = {},
) {
  const folder = openFolder()
  const lifetime = openLifetime()
  endWithUs(lifetime)
  try {
    const running = process.env.DATABASE_URL ? undefined : runningDatabase(folder)
    const database =
      running ??
      (beside && process.env.DATABASE_URL
        ? await openDatabase(folder)
        : await claimAndOpen(folder, command, lifetime))
    const port = wantedPort()
    return await act({ folder, database, demo: isDemo(), port, origin: originFor(port) }, lifetime)
  } catch (error) {
    if (error instanceof Interrupted) return 1
    throw error
  } finally {
    await lifetime.end()
  }
}
