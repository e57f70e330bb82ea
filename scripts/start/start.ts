import { build, isBuilt } from '../instance/build'
import { claimFolder } from '../instance/claim'
import { openDatabase } from '../instance/database'
import { isDemo, originFor, type Served } from '../instance/environment'
import { type Folder, openFolder } from '../instance/folder'
import { endWithUs, type Lifetime, openLifetime } from '../instance/lifetime'
import { requirePort, wantedPort } from '../instance/ports'
import { migrateOnce, seedOnce } from '../instance/prepare'
import { Interrupted } from '../instance/run-entry'
import { type Server, startServer } from '../instance/server'
import { bornAt } from '../lock.mjs'
import { say } from '../plain.mjs'
import { printAccounts } from './accounts'
import { keepRunning } from './keep-running'

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

/** The next start ends the server of one that was killed; so its id is written down. */
function noteServer(lock: Lock, served: Served, { pid }: Server) {
  lock.update({ address: served.origin, children: [{ pid, born: bornAt(pid) }] })
}

/** Everything up to a server that answers. */
async function bringUp(lock: Lock, folder: Folder, lifetime: Lifetime) {
  const port = wantedPort()
  await requirePort(port)
  const served = await openServed(folder, port, lifetime)
  await migrateOnce(served, lifetime)
  await seedOnce(served, lifetime)
  await buildIfStale(folder, lifetime)
  const server = await startServer(served, lifetime)
  noteServer(lock, served, server)
  return { served, server }
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
    keepRunning(running, lifetime, (server) => noteServer(lock, running.served, server))
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
