import { build, isBuilt } from '../instance/build'
import { claimFolder } from '../instance/claim'
import { openDatabase } from '../instance/database'
import { isDemo, originFor, type Served } from '../instance/environment'
import { type Folder, openFolder } from '../instance/folder'
import { endWithUs, type Lifetime, openLifetime } from '../instance/lifetime'
import { requirePort, wantedPort } from '../instance/ports'
import { migrateOnce, seedOnce } from '../instance/prepare'
import { Interrupted } from '../instance/run-entry'
import { startServer } from '../instance/server'
import { bornAt } from '../lock.mjs'
import { PlainError, report, say } from '../plain.mjs'
import { printAccounts } from './accounts'

type Lock = Awaited<ReturnType<typeof claimFolder>>

async function openServed(folder: Folder, port: number, lifetime: Lifetime): Promise<Served> {
  const database = await openDatabase(folder)
  lifetime.add(database.stop)
  say(`database   ${database.description}, ready`)
  return { folder, database, demo: isDemo(), port, origin: originFor(port) }
}

async function buildIfStale(folder: Folder, lifetime: Lifetime) {
  if (isBuilt()) return
  say('build      styles and pages (about 20 s)')
  await build(folder, lifetime)
}

/** Everything up to a server that answers; its end, or the database's, is ours. */
async function bringUp(lock: Lock, folder: Folder, lifetime: Lifetime) {
  const port = wantedPort()
  await requirePort(port)
  const served = await openServed(folder, port, lifetime)
  await migrateOnce(served, lifetime)
  await seedOnce(served, lifetime)
  await buildIfStale(folder, lifetime)
  const server = await startServer(served, lifetime)
  lock.update({ address: served.origin, children: [{ pid: server.pid, born: bornAt(server.pid) }] })
  return { served, server }
}

function failWhenOneDies({ served, server }: Awaited<ReturnType<typeof bringUp>>, lifetime: Lifetime) {
  const fail = (sentence: string) => {
    report(new PlainError(`${sentence}\nEverything was stopped; run the same command to start again.`))
    process.exitCode = 1
    void lifetime.end()
  }
  server.onDeath((lastWords) => fail(`The server ended unexpectedly.\n${lastWords}`))
  served.database.onDeath(() => lifetime.ending() || fail('The database ended unexpectedly.'))
}

/** `npm start`: from a fresh clone to a page, and back to nothing when it is stopped. */
export async function main() {
  const folder = openFolder()
  const lifetime = openLifetime()
  const lock = await claimFolder(folder, 'npm start')
  lifetime.add(lock.release)
  endWithUs(lifetime)
  try {
    const running = await bringUp(lock, folder, lifetime)
    failWhenOneDies(running, lifetime)
    say(`serving    ${running.served.origin}`)
    if (running.served.demo) printAccounts(running.served)
    say('Ctrl-C stops everything.')
    await lifetime.ended
  } catch (error) {
    await lifetime.end()
    if (!(error instanceof Interrupted)) throw error
  }
  return process.exitCode ?? 0
}
