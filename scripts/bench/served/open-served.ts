import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/lib/platform/db/embedded/free-port'
import { build, isBuilt } from '../../instance/build'
import { openDatabase } from '../../instance/database'
import type { Served } from '../../instance/environment'
import { openFolder } from '../../instance/folder'
import { endWithUs, openLifetime } from '../../instance/lifetime'
import { migrate, seed, seedOnce } from '../../instance/prepare'
import { type Server, startServer } from '../../instance/server'

export type Measured = { served: Served; server?: Server; end: () => Promise<void> }

/** A demonstration with further invented cases, measured and thrown away: its own folder, database and port. */
export async function openServed(cases: number, withServer = true): Promise<Measured> {
  const path = mkdtempSync(join(tmpdir(), 'relais-bench-'))
  const lifetime = openLifetime()
  endWithUs(lifetime)
  lifetime.add(async () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  const folder = openFolder(join(path, 'instance'))
  const database = await openDatabase(folder, { throwAway: true, url: '' })
  lifetime.add(database.stop)
  const port = await freePort()
  const served = { folder, database, demo: true, port, origin: `http://127.0.0.1:${port}` }
  process.env.RELAIS_MEASURE = '1'
  await migrate(served, lifetime)
  await seedOnce(served, lifetime)
  if (cases > 0) await seed(served, lifetime, ['--cases', String(cases)])
  const end = () => lifetime.end()
  if (!withServer) return { served, end }
  if (!isBuilt()) await build(folder, lifetime)
  return { served, server: await startServer(served, lifetime), end }
}
