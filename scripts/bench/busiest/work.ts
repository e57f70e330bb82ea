import { readdirSync, readFileSync } from 'node:fs'

/** What a process has reckoned so far, in milliseconds; a tick of Linux is 10 ms. `undefined` once it ended. */
function reckoned(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return undefined
  }
}

const parentOf = (pid: string): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''
  } catch {
    return ''
  }
}

export type Reckoned = { server: number; database: number }

/** What the server and the database's sessions that live now have reckoned, in milliseconds of processor time. */
export function reckonedBy(server: number, postmaster: number): Reckoned {
  const sessions = readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && parentOf(pid) === String(postmaster),
  )
  return {
    server: reckoned(String(server)) ?? 0,
    database: sessions.reduce((sum, pid) => sum + (reckoned(pid) ?? 0), 0),
  }
}
