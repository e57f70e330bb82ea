import { existsSync } from 'node:fs'
import { say } from '../plain.mjs'
import { instanceEnv, type Served } from './environment'
import type { Lifetime } from './lifetime'
import { runToEnd, typescript } from './run-entry'

/** Brings the database to the version of this code. */
export async function migrate(served: Served, lifetime: Lifetime) {
  const log = served.folder.log('migrate')
  const args = typescript('scripts/cli/migrate.ts')
  await runToEnd({ name: 'Bringing the database up to date', args, env: instanceEnv(served), log, lifetime })
}

export const accountsFile = (served: Served) => served.folder.file('demo-accounts.json')

/** Fills an empty database with the demo; the accounts file is its last act, so half a seed is done again. */
export async function seedOnce(served: Served, lifetime: Lifetime) {
  if (!served.demo || (existsSync(accountsFile(served)) && !served.database.created)) return
  say('demo       inventing people and cases')
  await seed(served, lifetime, [])
}

export async function seed(served: Served, lifetime: Lifetime, args: string[]) {
  const log = served.folder.log('seed')
  const entry = typescript('scripts/cli/seed.ts', ...args)
  return runToEnd({ name: 'Filling the demo', args: entry, env: instanceEnv(served), log, lifetime })
}
