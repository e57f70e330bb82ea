import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Account, canRun, canWrite, serverAccount } from './account'
import { type Binaries, postgresOf } from './binaries'

/** Where a cluster lives, who runs it, and with which programs. */
export interface Place {
  dataFolder: string
  account: Account | undefined
  binaries: Binaries
}

/** Used as root when a clone lies below a home folder that the server's account may not enter. */
const stateFolder = '/var/lib/relais'

/** Beside the folder that was wanted; says where the cluster is instead, so that a clone can be moved. */
const locationFile = (wanted: string) => `${wanted}.location`

/** A folder that others may pass through (so that the server's account reaches its own), not list. */
function passable(folder: string) {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o711)
}

function give(folder: string, account: Account | undefined) {
  passable(dirname(folder))
  if (existsSync(folder)) return
  mkdirSync(folder, { mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
}

/** A copy of the npm binaries (60 MB, once per version); written aside first so that no half copy is used. */
function copyBinaries(binaries: Binaries): Binaries {
  const content = createHash('sha256')
    .update(readFileSync(postgresOf(binaries)))
    .digest('hex')
  const copy = join(stateFolder, `postgresql-${binaries.major}-${content.slice(0, 16)}`)
  if (!existsSync(copy)) {
    passable(stateFolder)
    const aside = `${copy}.${process.pid}`
    cpSync(dirname(binaries.folder), aside, { recursive: true, verbatimSymlinks: true })
    chmodSync(aside, 0o755)
    renameSync(aside, copy)
  }
  return { ...binaries, folder: join(copy, 'bin') }
}

/** The folder that holds the cluster, whether or not it is the one that was wanted. */
export function dataFolderOf(wanted: string) {
  const file = locationFile(wanted)
  const moved = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  return moved !== '' && existsSync(moved) ? moved : wanted
}

/** Whether a cluster was ever made there, and of which major version. */
export function clusterMajor(wanted: string) {
  const file = join(dataFolderOf(wanted), 'PG_VERSION')
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined
}

/** Gives up a folder that cannot be reached; only an empty one, a cluster is never removed here. */
function moveToStateFolder(wanted: string, account: Account | undefined) {
  if (clusterMajor(wanted) !== undefined) {
    throw new Error(
      `The account that runs PostgreSQL can no longer enter ${wanted}. Make its parents passable.`,
    )
  }
  rmdirSync(wanted)
  const instead = join(stateFolder, randomBytes(8).toString('hex'))
  give(instead, account)
  writeFileSync(locationFile(wanted), `${instead}\n`)
  return instead
}

/**
 * Settles a place that the server's account can really use.
 * @param wanted data folder asked for; it is left for a system folder only when running as root
 */
export function settlePlace(wanted: string, binaries: Binaries): Place {
  const known = dataFolderOf(wanted)
  const account = serverAccount(known)
  give(known, account)
  const dataFolder = canWrite(account, known) ? known : moveToStateFolder(wanted, account)
  const reachable = canRun(account, postgresOf(binaries)) ? binaries : copyBinaries(binaries)
  return { dataFolder, account, binaries: reachable }
}

/** Deletes the cluster of a data folder, wherever it is. */
export function forgetPlace(wanted: string) {
  for (const path of [dataFolderOf(wanted), wanted, locationFile(wanted)]) {
    rmSync(path, { recursive: true, force: true })
  }
}
