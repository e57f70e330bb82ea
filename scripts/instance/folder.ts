import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PlainError } from '../plain.mjs'
import { root } from '../setup.mjs'

/** The data folder of one clone: secret, cluster, logs, measurements. Never in the repository. */
export interface Folder {
  path: string
  /** 32 random bytes in hexadecimal: everything else that is secret is derived from it. */
  secret: string
  file(name: string): string
  /** Path of a log; started anew when it has grown beyond 5 MB (one older one is kept). */
  log(name: string): string
}

/** The server's own account must be able to pass through to its cluster, not to look around. */
function makePassable(path: string) {
  mkdirSync(path, { recursive: true })
  const mode = statSync(path).mode & 0o777
  if ((mode & 0o011) !== 0o011) chmodSync(path, mode | 0o011)
}

function ensureSecret(file: string) {
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  const secret = readFileSync(file, 'utf8').trim()
  if (/^[0-9a-f]{64}$/.test(secret)) return secret
  throw new PlainError(
    `${file} does not hold an instance secret (64 hexadecimal digits). Restore it from a backup.`,
  )
}

function rotated(file: string) {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) renameSync(file, `${file}.1`)
  return file
}

function permissionSentence(path: string) {
  return `The data folder ${path} belongs to another user. Run the command as that user, or set RELAIS_DATA to a folder of your own.`
}

/** Opens the data folder (RELAIS_DATA, else .relais in this clone) and creates what is missing. */
export function openFolder(path = resolve(root, process.env.RELAIS_DATA || '.relais')): Folder {
  try {
    makePassable(path)
    mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o700 })
    const secret = ensureSecret(join(path, 'secret'))
    return {
      path,
      secret,
      file: (name) => join(path, name),
      log: (name) => rotated(join(path, 'logs', `${name}.log`)),
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EACCES' || code === 'EPERM') throw new PlainError(permissionSentence(path))
    throw error
  }
}

/** A password for one purpose. Hexadecimal, so that it needs no quoting in an address or in SQL. */
export function passwordFor(folder: Folder, purpose: string) {
  return createHmac('sha256', folder.secret).update(`password: ${purpose}`).digest('hex')
}
