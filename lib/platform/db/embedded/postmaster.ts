import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** The server's own note: process id in line 1, port in line 4. */
const pidFile = (dataFolder: string) => join(dataFolder, 'postmaster.pid')

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** After a reboot another program may have the number; where there is no /proc we have to believe the file. */
function isPostgres(pid: number) {
  const command = `/proc/${pid}/comm`
  if (!existsSync('/proc/self/comm')) return true
  return existsSync(command) && readFileSync(command, 'utf8').startsWith('postgres')
}

/** The server that runs, or still runs, on a data folder. */
export function runningPid(dataFolder: string) {
  const file = pidFile(dataFolder)
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) && isPostgres(pid) ? pid : undefined
}

/** Polls every 20 ms until the process is gone; false when it is still there after `ms`. */
async function gone(pid: number, ms: number) {
  for (let waited = 0; waited < ms; waited += 20) {
    if (!isAlive(pid)) return true
    await wait(20)
  }
  return !isAlive(pid)
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in between.
  }
}

/** Ends a server: fast shutdown first (SIGINT), immediate (SIGQUIT) after 15 seconds, at last SIGKILL. */
export async function endPostmaster(pid: number) {
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signal(pid, name)
    if (await gone(pid, name === 'SIGINT' ? 15_000 : 5_000)) return
  }
}

/** Ends what an earlier start left behind (its parent was killed) and removes a note that is no longer true. */
export async function clearOrphan(dataFolder: string) {
  const pid = runningPid(dataFolder)
  if (pid !== undefined) await endPostmaster(pid)
  if (runningPid(dataFolder) === undefined) rmSync(pidFile(dataFolder), { force: true })
}
