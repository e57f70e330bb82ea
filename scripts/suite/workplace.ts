import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endPostmaster, runningPid } from '@/lib/platform/db/embedded/postmaster'
import { plainEnv } from '../instance/environment'
import type { Lifetime } from '../instance/lifetime'
import { acquireLock, holderOf, lastHolder } from '../lock.mjs'

/** A temporary folder that every program of the suite uses as its TMPDIR, so that one deletion removes all. */
export interface Workplace {
  path: string
  env: NodeJS.ProcessEnv
  /** Ends what still runs in it and deletes it. */
  clear(): Promise<void>
}

/** Clusters lie at most a few folders deep; their own content need not be searched. */
function dataFolders(folder: string, depth: number): string[] {
  if (existsSync(join(folder, 'PG_VERSION'))) return [folder]
  if (depth === 0 || !existsSync(folder)) return []
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.flatMap(({ name }) =>
    name === 'node_modules' ? [] : dataFolders(join(folder, name), depth - 1),
  )
}

async function clear(path: string) {
  for (const folder of dataFolders(path, 5)) {
    const pid = runningPid(folder)
    if (pid !== undefined) await endPostmaster(pid)
  }
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

const prefix = 'relais-test-'
const owner = (path: string) => join(path, 'owner.json')

/** What suites that were killed left behind: their folders name an owner that no longer lives. */
async function clearAbandoned() {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))
  for (const path of folders.map((name) => join(tmpdir(), name))) {
    if (lastHolder(owner(path)) && !holderOf(owner(path))) await clear(path)
  }
}

export async function openWorkplace(lifetime: Lifetime): Promise<Workplace> {
  await clearAbandoned()
  const path = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(path, 0o711)
  acquireLock(owner(path), { command: 'npm test' })
  lifetime.add(() => clear(path))
  const { NODE_ENV, ...env } = plainEnv()
  return { path, env: { ...env, TMPDIR: path, NODE_ENV: 'test' }, clear: () => clear(path) }
}
