import { setTimeout as wait } from 'node:timers/promises'
import { acquireLock, bornAt, type Holder, holderOf, lastHolder } from '../lock.mjs'
import { PlainError } from '../plain.mjs'
import type { Folder } from './folder'

export const lockFile = (folder: Folder) => folder.file('lock.json')

function alreadyRunning(holder: Holder | undefined) {
  if (holder?.address) {
    return `Relais is already running from this folder, at ${holder.address}\nStop it first (Ctrl-C in its terminal, or: kill ${holder.pid}).`
  }
  return `Another command (${holder?.command ?? 'unknown'}) is at work in this folder. Wait until it is done, then try again.`
}

/** Ends the server of a start that was killed: it notices by itself within a second, but the port is wanted now. */
async function endOrphans(holder: Holder | undefined) {
  for (const { pid, born } of holder?.children ?? []) {
    if (born === undefined || bornAt(pid) !== born) continue
    process.kill(pid, 'SIGTERM')
    for (let waited = 0; waited < 5000 && bornAt(pid) === born; waited += 50) await wait(50)
    if (bornAt(pid) === born) process.kill(pid, 'SIGKILL')
  }
}

/** One command at a time uses a data folder; a second is told which one, and at which address. */
export async function claimFolder(folder: Folder, command: string) {
  const file = lockFile(folder)
  const before = lastHolder(file)
  const lock = acquireLock(file, { command })
  if (!lock) throw new PlainError(alreadyRunning(holderOf(file)))
  await endOrphans(before)
  return lock
}
