import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

function textOf(read: () => string) {
  try {
    return read()
  } catch {
    return ''
  }
}

/** Processes that work in a folder or were started from it. Empty where there is no /proc to ask. */
export function processesOf(folder: string) {
  if (!existsSync('/proc/self/cmdline')) return []
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  return pids.filter((pid) => {
    const folders = [
      textOf(() => readlinkSync(`/proc/${pid}/cwd`)),
      textOf(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')),
    ]
    return folders.some((text) => text.includes(folder))
  })
}

/** True when nothing of a folder runs any more, at the latest after `ms`. */
export async function allGone(folder: string, ms = 8000) {
  for (let waited = 0; waited < ms; waited += 100) {
    if (processesOf(folder).length === 0) return true
    await wait(100)
  }
  return processesOf(folder).length === 0
}
