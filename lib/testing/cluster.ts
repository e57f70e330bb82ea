import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { runningPid } from '@/lib/platform/db/embedded/postmaster'
import { type Cluster, startCluster } from '@/lib/platform/db/embedded/start-cluster'
import { layFoundations } from './foundations'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the template database: as its owner (no superuser, CREATEROLE) and as the superuser. */
    cluster: { admin: string; superuser: string; secret: string; data: string }
  }
}

let cluster: Cluster | undefined
let folder = ''

/** Runs once before the database tests: a throw-away server with one migrated database that each file clones. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'relais-db-'))
  chmodSync(folder, 0o711)
  process.once('exit', endAtOnce)
  cluster = await startCluster({
    dir: join(folder, 'pg'),
    root: fileURLToPath(new URL('../..', import.meta.url)),
    passwords: { superuser: word(), admin: word() },
    path: process.env.PATH ?? '',
    log: join(folder, 'postgresql.log'),
    throwAway: true,
    settings: { max_connections: '200' },
    ...(process.env.RELAIS_TEST_POSTGRES === 'system' && { source: 'system' as const }),
  })
  const secret = randomBytes(32).toString('hex')
  const superuser = new URL(cluster.superuserUrl)
  superuser.pathname = '/relais'
  Object.assign(process.env, { DATABASE_URL: cluster.adminUrl, RELAIS_SECRET: secret, RELAIS_DATA: folder })
  const { migrate } = await import('@/lib/platform/db/migrate')
  await migrate()
  await layFoundations(superuser.href)
  project.provide('cluster', { admin: cluster.adminUrl, superuser: superuser.href, secret, data: folder })
}

export async function teardown(): Promise<void> {
  await cluster?.stop()
  process.off('exit', endAtOnce)
  rmSync(folder, { recursive: true, force: true })
}

/** Ctrl-C leaves no time for promises: the server is told to end, and the folder goes when it has. */
function endAtOnce(): void {
  const pid = cluster && runningPid(cluster.dataFolder)
  if (pid) process.kill(pid, 'SIGQUIT')
  for (let waited = 0; pid && runningPid(cluster?.dataFolder ?? '') && waited < 5000; waited += 20)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  if (folder) rmSync(folder, { recursive: true, force: true })
}

const word = () => randomBytes(18).toString('base64url')
