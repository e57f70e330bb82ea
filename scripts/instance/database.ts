import { startCluster } from '@/lib/platform/db/embedded/start-cluster'
import { PlainError } from '../plain.mjs'
import { root } from '../setup.mjs'
import { type Folder, passwordFor } from './folder'

/** The database of an instance: the operator's, or a cluster of our own. */
export interface Database {
  /** The administrative login: owner of the database with CREATEROLE. */
  url: string
  embedded: boolean
  /** True when there was none before. */
  created: boolean
  /** For the progress line. */
  description: string
  /** The embedded cluster's own folder: notes about its content live and die with it. */
  dataFolder?: string
  onDeath(listener: () => void): void
  /** After its death: the same cluster at the same address. Nothing for an operator's, which has a keeper of its own. */
  startAgain(): Promise<void>
  stop(): Promise<void>
}

function external(url: string): Database {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new PlainError(
      'DATABASE_URL must begin with postgres:// (for example postgres://user:password@host/relais).',
    )
  }
  const stop = async () => {}
  return {
    url,
    embedded: false,
    created: false,
    description: 'the one in DATABASE_URL',
    onDeath: () => {},
    startAgain: stop,
    stop,
  }
}

/** Where a folder's cluster is, and the passwords of its two administrative logins. */
export function clusterOptions(folder: Folder) {
  return {
    dir: folder.file('pg'),
    root,
    passwords: { superuser: passwordFor(folder, 'superuser'), admin: passwordFor(folder, 'admin') },
    path: process.env.PATH ?? '',
    log: folder.log('postgresql'),
  }
}

async function embedded(folder: Folder, throwAway: boolean): Promise<Database> {
  const start = (port?: number) =>
    startCluster({ ...clusterOptions(folder), throwAway, ...(port !== undefined && { port }) }).catch(
      (error: unknown) => {
        throw new PlainError(error instanceof Error ? error.message : String(error))
      },
    )
  let cluster = await start()
  let starting: Promise<void> = Promise.resolve()
  async function again() {
    // Ends what is left of it, and the shell that watched over it.
    await cluster.stop()
    cluster = await start(cluster.port)
  }
  return {
    url: cluster.adminUrl,
    embedded: true,
    created: cluster.created,
    description: `PostgreSQL ${cluster.major}`,
    dataFolder: cluster.dataFolder,
    onDeath: (listener) => cluster.onDeath(listener),
    startAgain: () => {
      starting = again()
      return starting
    },
    stop: async () => {
      await starting.catch(() => {})
      await cluster.stop()
    },
  }
}

/**
 * DATABASE_URL when the operator set it, else our own cluster.
 * @param throwAway no waiting for the disk: for the data folders of tests
 */
export async function openDatabase(
  folder: Folder,
  { throwAway = false, url = process.env.DATABASE_URL } = {},
) {
  return url ? external(url) : embedded(folder, throwAway)
}
