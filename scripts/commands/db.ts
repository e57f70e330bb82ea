import { rmSync } from 'node:fs'
import { forgetPlace } from '@/lib/platform/db/embedded/place'
import { claimFolder } from '../instance/claim'
import { openFolder } from '../instance/folder'
import { admin, migrate, refile, refuseRealDatabase, seed } from '../instance/prepare'
import { runningDatabase, withInstance } from '../instance/with-instance'
import { PlainError, say } from '../plain.mjs'

const usage = `npm run db -- migrate            brings the database to the version of this code
npm run db -- seed [--cases N]   fills the embedded demo, or adds N invented cases for measuring; never DATABASE_URL
npm run db -- reset              deletes the embedded database and makes a new, empty one
npm run db -- admin <e-mail> [name]
                                 prints a link, good once within 24 hours, to choose an administrator's password
npm run db -- tokens             makes anew by what people are found, where rules or secret changed; npm start does it too
npm run db -- url                prints the address of the running database (it contains a password)`

function runMigrate() {
  return withInstance('npm run db -- migrate', async (served, lifetime) => {
    await migrate(served, lifetime)
    say('The database is up to date.')
    return 0
  })
}

function runSeed(args: string[]) {
  return withInstance('npm run db -- seed', async (served, lifetime) => {
    refuseRealDatabase(served)
    await migrate(served, lifetime)
    const output = await seed(served, lifetime, args)
    for (const line of output.trim().split('\n')) say(line)
    return 0
  })
}

function runTokens() {
  return withInstance('npm run db -- tokens', async (served, lifetime) => {
    await migrate(served, lifetime)
    say((await refile(served, lifetime)).trim())
    return 0
  })
}

/** The link is a password until it is used: it goes to the terminal and to no file. */
function inviteAdmin(args: string[]) {
  if (args.length === 0) throw new PlainError('Say whom: npm run db -- admin somebody@example.org')
  return withInstance(
    'npm run db -- admin',
    async (served, lifetime) => {
      await migrate(served, lifetime)
      const link = await admin(served, lifetime, args)
      say('Open this link once, within 24 hours, while npm start is running:')
      console.log(`\n  ${link.trim()}\n`)
      return 0
    },
    { beside: true },
  )
}

/** Only ever our own cluster: what DATABASE_URL points at is not ours to delete. */
async function reset() {
  if (process.env.DATABASE_URL) {
    throw new PlainError(
      'DATABASE_URL is set: reset deletes only the embedded database. Drop yours with its own tools.',
    )
  }
  const folder = openFolder()
  const lock = await claimFolder(folder, 'npm run db -- reset')
  try {
    forgetPlace(folder.file('pg'))
    rmSync(folder.file('demo-accounts.json'), { force: true })
  } finally {
    lock.release()
  }
  return runMigrate()
}

function printUrl() {
  const url = process.env.DATABASE_URL || runningDatabase(openFolder())?.url
  if (!url)
    throw new PlainError('The embedded database is not running. Start it with npm start, then ask again.')
  console.log(url)
  return 0
}

export async function main([chore, ...args]: string[]) {
  if (chore === 'migrate') return runMigrate()
  if (chore === 'seed') return runSeed(args)
  if (chore === 'admin') return inviteAdmin(args)
  if (chore === 'tokens') return runTokens()
  if (chore === 'reset') return reset()
  if (chore === 'url') return printUrl()
  console.log(usage)
  return 1
}
