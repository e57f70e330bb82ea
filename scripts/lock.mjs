// A lock that cannot outlive its owner: the file names a process together with the moment it was born, so that
// neither a `kill -9` nor a reused process number leaves a folder locked.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

function bornOnLinux(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
}

/**
 * When a process was born, as an opaque text; undefined when there is no such process (a zombie counts as none).
 * @param {number} pid
 * @returns {string | undefined}
 */
export function bornAt(pid) {
  try {
    if (existsSync('/proc/self/stat')) return bornOnLinux(pid)
    if (process.platform === 'win32') return process.kill(pid, 0) ? 'alive' : undefined
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/**
 * @typedef {{ pid: number, born: string | undefined, command: string, address?: string, children?: { pid: number, born: string | undefined }[] }} Holder
 */

/**
 * Who wrote the lock file, alive or not.
 * @param {string} file
 * @returns {Holder | undefined}
 */
export function lastHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Who holds the lock now; undefined when nobody living does.
 * @param {string} file
 */
export function holderOf(file) {
  const holder = lastHolder(file)
  return holder && bornAt(holder.pid) === holder.born ? holder : undefined
}

function create(file, content) {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Renaming first means that of two who find the same dead lock only one removes it. */
function removeDead(file) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    rmSync(aside, { force: true })
  } catch {
    // Another process was quicker; the next attempt will see its lock.
  }
}

/**
 * Takes the lock, or answers undefined when a living process holds it.
 * @param {string} file
 * @param {Omit<Holder, 'pid' | 'born'>} about what others are told
 */
export function acquireLock(file, about) {
  let own = { pid: process.pid, born: bornAt(process.pid), ...about }
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(file, JSON.stringify(own))) {
      return {
        /** @param {Partial<Holder>} more */
        update(more) {
          own = { ...own, ...more }
          writeFileSync(file, JSON.stringify(own))
        },
        release: () => rmSync(file, { force: true }),
      }
    }
    if (holderOf(file)) return undefined
    removeDead(file)
  }
  return undefined
}
