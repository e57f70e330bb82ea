import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { build, isBuilt } from '../../instance/build'
import { type Folder, openFolder, passwordFor } from '../../instance/folder'
import { openLifetime } from '../../instance/lifetime'
import { idsOf, startServing } from '../../lifecycle/stage'
import { root } from '../../setup.mjs'

/** A demonstration as `npm start` runs it, with its keeper: so that what dies comes back the way it does for people. */
export interface Instance {
  origin: string
  port: number
  folder: Folder
  /** Process ids now; they change when something died. */
  ids(): ReturnType<typeof idsOf>
  /**
   * As the cluster's first login: looks behind the walls, ends connections. A new client each time, for after a death.
   * `plain`: no arrays are read, and the client asks nothing of its own, which a death would leave unanswered.
   */
  ask<T>(act: (sql: postgres.Sql) => Promise<T>, plain?: 'plain'): Promise<T>
  end(): Promise<void>
}

/** @param clone whose code is run; its own data folder is left alone */
export async function openInstance(clone = root): Promise<Instance> {
  await buildFirst()
  const path = mkdtempSync(join(tmpdir(), 'relais-hardship-'))
  // PostgreSQL's account passes through to the cluster.
  chmodSync(path, 0o711)
  const data = join(path, 'data')
  const env = { RELAIS_DATA: data, PATH: process.env.PATH ?? '' }
  const { command, port } = await startServing({ clone, env })
  const folder = openFolder(data)
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    folder,
    ids: () => idsOf(data),
    ask: (act, plain) => asked({ folder, data }, act, plain !== 'plain'),
    end: async () => {
      process.kill(-command.pid, 'SIGINT')
      await command.exit
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

/** Before anything is timed: a start that has to build takes longer than whoever waits for it has patience. */
async function buildFirst(): Promise<void> {
  if (isBuilt()) return
  const lifetime = openLifetime()
  await build(openFolder(), lifetime)
}

async function asked<T>(
  { folder, data }: { folder: Folder; data: string },
  act: (sql: postgres.Sql) => Promise<T>,
  fetch_types: boolean,
): Promise<T> {
  const { databasePort } = idsOf(data)
  const url = `postgres://postgres:${passwordFor(folder, 'superuser')}@127.0.0.1:${databasePort}/relais`
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5, fetch_types })
  try {
    return await act(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
