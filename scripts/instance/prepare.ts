import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError, say } from '../plain.mjs'
import { instanceEnv, type Served } from './environment'
import { passwordFor } from './folder'
import type { Lifetime } from './lifetime'
import { runToEnd, typescript } from './run-entry'
import { hashOf } from './source-hash'

/** Brings the database to the version of this code. */
export async function migrate(served: Served, lifetime: Lifetime) {
  const log = served.folder.log('migrate')
  const args = typescript('scripts/cli/migrate.ts')
  await runToEnd({ name: 'Bringing the database up to date', args, env: instanceEnv(served), log, lifetime })
}

/** Files people anew where they were filed by other rules or another secret: search would not find them. */
export async function refile(served: Served, lifetime: Lifetime) {
  const log = served.folder.log('migrate')
  const args = typescript('scripts/cli/tokens.ts')
  return runToEnd({ name: 'Filing people to be found', args, env: instanceEnv(served), log, lifetime })
}

/** What a migration depends on: its statements, the code that runs them, by what people are found, the secret its logins are derived from. */
function migrationHash(served: Served) {
  return `${hashOf(['drizzle', 'lib/platform/db', 'lib/platform/env/env.ts', 'lib/engines/matching', 'lib/casework/tokens'])} ${passwordFor(served.folder, 'migrated')}`
}

/** Our logins as they were made: a password or a default that one of them gave itself does not outlive a start. */
async function resetLogins(served: Served, lifetime: Lifetime) {
  const log = served.folder.log('migrate')
  const args = typescript('scripts/cli/logins.ts')
  await runToEnd({ name: 'Setting the logins right', args, env: instanceEnv(served), log, lifetime })
}

/**
 * The same; when our own cluster was already migrated by exactly this code, only the logins are set right: half of a
 * second start. An operator's database is always asked, because others may change it.
 */
export async function migrateOnce(served: Served, lifetime: Lifetime) {
  const { dataFolder } = served.database
  const stamp = dataFolder && !process.env.RELAIS_SECRET ? join(dataFolder, 'relais-migrated') : undefined
  const hash = migrationHash(served)
  if (stamp && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return resetLogins(served, lifetime)
  await migrate(served, lifetime)
  await refile(served, lifetime)
  if (stamp) writeFileSync(stamp, hash, { mode: 0o600 })
}

export const accountsFile = (served: Served) => served.folder.file('demo-accounts.json')

/** Fills an empty database with the demo; the accounts file is its last act, so half a seed is done again. */
export async function seedOnce(served: Served, lifetime: Lifetime) {
  if (!served.demo || (existsSync(accountsFile(served)) && !served.database.created)) return
  say('demo       inventing people and cases')
  await seed(served, lifetime, [])
}

/** Published accounts and invented people belong into our own demonstration and nowhere else. */
export function refuseRealDatabase({
  database,
  demo,
}: Pick<Served, 'demo'> & { database: { embedded: boolean } }) {
  if (database.embedded && demo) return
  throw new PlainError(
    database.embedded
      ? 'This instance is no demonstration (RELAIS_DEMO=0): invented people and published passwords stay out of it.'
      : 'DATABASE_URL is set: the demonstration, whose accounts have a published password, is never put into a real database.',
  )
}

export async function seed(served: Served, lifetime: Lifetime, args: string[]) {
  refuseRealDatabase(served)
  const log = served.folder.log('seed')
  const entry = typescript('scripts/cli/seed.ts', ...args)
  return runToEnd({ name: 'Filling the demo', args: entry, env: instanceEnv(served), log, lifetime })
}

/** A one-time link for an administrator. What it prints is a secret, so nothing of it is logged. */
export async function admin(served: Served, lifetime: Lifetime, args: string[]) {
  const entry = typescript('scripts/cli/admin.ts', ...args)
  return runToEnd({ name: 'Inviting an administrator', args: entry, env: instanceEnv(served), lifetime })
}
