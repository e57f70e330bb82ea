import { Refused } from './problems'

/** Files looked into at once, and how many may wait: a picture is two hundred megabytes of pixels while it is read. */
const AT_ONCE = 2
const LINE = 12

/** Next may load this file more than once in a process; the line is one. */
type Line = { running: number; waiting: (() => void)[] }
const store = globalThis as typeof globalThis & { relaisFiles?: Line }
store.relaisFiles ??= { running: 0, waiting: [] }
const line: Line = store.relaisFiles

/** Runs `work` when it is its turn; a thirteenth who would wait is told to come back (`busy`). */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (line.running < AT_ONCE) line.running += 1
  else if (line.waiting.length >= LINE) throw new Refused('busy')
  else await new Promise<void>((go) => line.waiting.push(go))
  try {
    return await work()
  } finally {
    const next = line.waiting.shift()
    if (next) next()
    else line.running -= 1
  }
}
