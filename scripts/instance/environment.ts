import type { Database } from './database'
import type { Folder } from './folder'

/** npm's own variables and the PG* ones would change what our programs do; the rest is passed on. */
const withheld = /^(npm_|PG[A-Z]+$|INIT_CWD$|NODE_ENV$|DATABASE_URL$|PORT$)/i

/** The environment of every program we start, without a database. */
export function plainEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !withheld.test(name))
  return { ...Object.fromEntries(kept), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
}

/** Demo mode: only ever on the embedded database, and there unless RELAIS_DEMO=0. An operator's database is real. */
export function isDemo(asked = process.env.RELAIS_DEMO, databaseUrl = process.env.DATABASE_URL) {
  return !databaseUrl && asked !== '0'
}

/** The address people use: RELAIS_ORIGIN behind a proxy, else this machine's loopback. */
export function originFor(port: number) {
  return new URL(process.env.RELAIS_ORIGIN || `http://127.0.0.1:${port}`).origin
}

export interface Served {
  folder: Folder
  database: Database
  demo: boolean
  port: number
  origin: string
}

/** The environment of migrations, seeds and the server. */
export function instanceEnv({ folder, database, demo, port, origin }: Served): NodeJS.ProcessEnv {
  return {
    ...plainEnv(),
    DATABASE_URL: database.url,
    RELAIS_EMBEDDED: database.embedded ? '1' : '0',
    RELAIS_DATA: folder.path,
    RELAIS_DEMO: demo ? '1' : '0',
    RELAIS_ORIGIN: origin,
    PORT: String(port),
  }
}
