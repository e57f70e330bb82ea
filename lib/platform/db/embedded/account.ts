import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

/** The operating system account that runs the server; undefined means the current one. */
export interface Account {
  uid: number
  gid: number
}

function fromPasswordFile(name: string): Account | undefined {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined
}

/** Whoever owns an existing data folder keeps it, so that root and the owner of a clone can take turns. */
function ownerOf(dataFolder: string): Account | undefined {
  const stat = statSync(dataFolder, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined
}

export const isRoot = () => process.getuid?.() === 0

/**
 * PostgreSQL refuses to run as root: as root it is given to the data folder's owner, else to `postgres` or
 * `nobody`. The account must be in the password file, or the server stops with "could not look up user".
 */
export function serverAccount(dataFolder: string): Account | undefined {
  if (!isRoot()) return undefined
  const account = ownerOf(dataFolder) ?? fromPasswordFile('postgres') ?? fromPasswordFile('nobody')
  if (account) return account
  throw new Error('PostgreSQL does not run as root, and there is no account named postgres or nobody here.')
}

/** Whether the account can run a program that lies behind folders of somebody else. */
export function canRun(account: Account | undefined, command: string) {
  if (!account) return true
  return spawnSync(command, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Whether the account can create files in a folder. */
export function canWrite(account: Account | undefined, folder: string) {
  if (!account) return true
  const test = ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder]
  return spawnSync('/bin/sh', test, { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}
