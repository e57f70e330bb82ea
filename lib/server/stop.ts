import type { Server } from 'node:http'

export type Cleanup = () => void | Promise<void>

/** Milliseconds that requests in hand get before their connections are cut. */
const GRACE = 10_000
const WATCH = 1000

/** Read when this file loads: a parent that dies during our start has to be noticed too. */
const parent = process.ppid

/** One stop for many callers: no new request, idle connections closed, then the cleanups in order. */
export function stopper(server: Server, cleanups: readonly Cleanup[]): () => Promise<void> {
  let stopping: Promise<void> | undefined
  return () => {
    stopping ??= stop(server, cleanups)
    return stopping
  }
}

async function stop(server: Server, cleanups: readonly Cleanup[]): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), GRACE)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(cut)
  for (const cleanup of cleanups) await cleanup()
}

/**
 * Ends this process in good order on SIGTERM, SIGINT or the death of its parent: a signal to `npm` reaches the
 * shell between, not us.
 */
export function endWith(stopAll: () => Promise<void>): void {
  const end = () => {
    void stopAll().finally(() => process.exit(0))
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end()
  }, WATCH)
  watch.unref()
}
