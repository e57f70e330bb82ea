import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { type Binaries, findBinaries, postgresOf, type Source } from './binaries'
import { freePort } from './free-port'
import { initCluster, serverEnv } from './init-cluster'
import { takeBackRights } from './least-rights'
import { clusterMajor, forgetPlace, type Place, settlePlace } from './place'
import { clearOrphan, endPostmaster } from './postmaster'
import { provision } from './provision'
import { watchParent } from './watch-parent'

export interface ClusterOptions {
  /** Data folder; created, with passable parents, when absent. */
  dir: string
  /** Folder that holds node_modules. */
  root: string
  /** Passwords of the two administrative logins. */
  passwords: { superuser: string; admin: string }
  /** Only these programs; without it npm's, then the machine's. */
  source?: Source
  /** PATH in which to look for programs of the machine. */
  path?: string
  /** Server settings beside ours. */
  settings?: Record<string, string>
  /** No fsync: for clusters that live as long as one test run. */
  throwAway?: boolean
  /** File that receives the server's log. */
  log: string
  /** The port it had before, so that who knows its address finds it again; else a free one. */
  port?: number
}

export interface Cluster {
  /** The database `relais` as its owner: no superuser, CREATEROLE. This is what DATABASE_URL means. */
  adminUrl: string
  superuserUrl: string
  port: number
  pid: number
  major: number
  source: Source
  dataFolder: string
  /** True when this start made the cluster. */
  created: boolean
  /** Called when the server ends without `stop`. */
  onDeath(listener: () => void): void
  stop(): Promise<void>
  /** Stops and deletes everything. */
  remove(): Promise<void>
}

/** The log must never hold personal data: no statements, no parameters, no DETAIL lines with values. */
const silentLog = {
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
}

const ours = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  ...silentLog,
}

const unsafe = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

const flags = (settings: Record<string, string>) =>
  Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])

/** In a session of its own, so that Ctrl-C reaches only the command that started it and the order of ending is ours. */
function launch(place: Place, port: number, options: ClusterOptions) {
  const settings = { ...ours, ...(options.throwAway ? unsafe : {}), ...options.settings }
  const log = openSync(options.log, 'a', 0o600)
  const child = spawn(
    postgresOf(place.binaries),
    ['-D', place.dataFolder, '-p', String(port), ...flags(settings)],
    {
      ...place.account,
      cwd: '/',
      env: serverEnv,
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  return child
}

async function answers(url: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === '28P01') throw new Error('The database does not accept the password of this data folder.')
    return false
  } finally {
    await sql.end({ timeout: 0 })
  }
}

/** Ready means that it answers `select 1`: a port is open long before, for example while it recovers from a crash. */
async function ready(child: ChildProcess, url: string) {
  for (let waited = 0; waited < 60_000; waited += 25) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    if (await answers(url)) return true
    await wait(25)
  }
  return false
}

const lastLines = (file: string) => readFileSync(file, 'utf8').trim().split('\n').slice(-6).join('\n')

/** A killed server's memory is released only when its last worker is gone: some attempts, a quarter second apart. */
async function startUntilReady(place: Place, options: ClusterOptions) {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const child = launch(place, port, options)
    const died = new Promise<void>((resolve) => child.once('error', () => resolve()))
    const url = `postgres://postgres:${options.passwords.superuser}@127.0.0.1:${port}/postgres`
    if (await Promise.race([ready(child, url), died.then(() => false)])) return { child, port, url }
    if (child.pid && child.exitCode === null) await endPostmaster(child.pid)
    if (attempt === 24)
      throw new Error(`The database did not start. Its last words:\n${lastLines(options.log)}`)
    await wait(250)
  }
}

function chooseBinaries({ root, dir, source, path }: ClusterOptions): Binaries {
  const major = clusterMajor(dir)
  const found = findBinaries({
    root,
    ...(source ? { only: source } : {}),
    ...(path ? { path } : {}),
    ...(major ? { major } : {}),
  })
  if (found) return found
  throw new Error(
    `No PostgreSQL${major ? ` ${major}, which this data folder needs,` : ''} was found for this machine ` +
      '(neither from npm nor installed).\nSet DATABASE_URL to a PostgreSQL 15 or newer: the login that owns an ' +
      'empty database and has CREATEROLE.',
  )
}

/** Starts PostgreSQL on a folder of its own, on a free port of 127.0.0.1, and waits until it answers. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const place = settlePlace(options.dir, chooseBinaries(options))
  await clearOrphan(place.dataFolder)
  const created = initCluster(place, {
    password: options.passwords.superuser,
    throwAway: options.throwAway ?? false,
  })
  const { child, port, url } = await startUntilReady(place, options)
  const pid = child.pid ?? 0
  const stopWatching = watchParent(pid, place.account)
  const adminUrl = await provision(url, options.passwords.admin)
  await takeBackRights(url)
  let expected = false
  async function stop() {
    expected = true
    await endPostmaster(pid)
    stopWatching()
  }
  child.unref()
  return {
    adminUrl,
    superuserUrl: url,
    port,
    pid,
    major: place.binaries.major,
    source: place.binaries.source,
    dataFolder: place.dataFolder,
    created,
    onDeath: (listener) => child.once('exit', () => expected || listener()),
    stop,
    async remove() {
      await stop()
      forgetPlace(options.dir)
    },
  }
}
