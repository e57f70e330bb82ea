import { setTimeout as wait } from 'node:timers/promises'
import type { Served } from '../instance/environment'
import type { Lifetime } from '../instance/lifetime'
import { Interrupted } from '../instance/run-entry'
import { type Server, startServer } from '../instance/server'
import { say } from '../plain.mjs'

/** Milliseconds before the first, second … try; the last one for all that follow. */
export const pauses = [0, 250, 500, 1000, 2000] as const

/** What lived this long was well: its next death is a first one again. */
const WELL = 15_000

export const pauseBefore = (deaths: number): number => pauses[Math.min(deaths, pauses.length - 1)] ?? 0

interface Kept {
  name: string
  start: () => Promise<void>
  lifetime: Lifetime
  now?: () => number
}

/** Starts something again as often as it ends by itself, each time after a longer pause; returns what to call then. */
export function restarter({ name, start, lifetime, now = Date.now }: Kept): () => Promise<void> {
  let deaths = 0
  let startedAt = now()
  let reviving = false
  return async () => {
    if (reviving || lifetime.ending()) return
    reviving = true
    if (now() - startedAt > WELL) deaths = 0
    say(`${name.padEnd(10)} ended unexpectedly, starting again`)
    for (let done = false; !done && !lifetime.ending(); deaths += 1) {
      await wait(pauseBefore(deaths))
      done = await start().then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof Interrupted)) say(`${name.padEnd(10)} ${firstLine(error)}`)
          return false
        },
      )
    }
    startedAt = now()
    reviving = false
    if (!lifetime.ending()) say(`${name.padEnd(10)} is back`)
  }
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0]

/** Keeps database and server alive without a hand. `onServer` learns of each new one. */
export function keepRunning(
  { served, server }: { served: Served; server: Server },
  lifetime: Lifetime,
  onServer: (server: Server) => void,
): void {
  const database = restarter({
    name: 'database',
    lifetime,
    start: async () => {
      await served.database.startAgain()
      served.database.onDeath(() => void database())
    },
  })
  const again = restarter({
    name: 'server',
    lifetime,
    start: async () => follow(await startServer(served, lifetime)),
  })
  const follow = (one: Server) => {
    onServer(one)
    one.onDeath(() => void again())
  }
  served.database.onDeath(() => void database())
  server.onDeath(() => void again())
}
