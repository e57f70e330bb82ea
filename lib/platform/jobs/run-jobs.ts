import { sql } from 'drizzle-orm'
import { closePools, pool } from '@/lib/platform/db/client'

/** Milliseconds between two looks at the outbox; a held referral leaves at most this much late. */
const pace = 2000
const most = 20

/** One look: everything due, in one transaction. Returns how many jobs ran. */
export async function runDueJobs(): Promise<number> {
  const [row] = await pool('worker').execute<{ done: number }>(sql`select jobs.run_due(${most}) as done`)
  return row?.done ?? 0
}

/** Looks again and again until stopped. A failing look is reported by its code alone and tried again. */
export function startJobs(report: (code: string) => void): () => Promise<void> {
  let stopped = false
  let current: Promise<unknown> = Promise.resolve()
  const look = () => {
    if (stopped) return
    current = runDueJobs()
      .catch((error: unknown) => report(error instanceof Error ? error.name : 'unknown'))
      .finally(() => setTimeout(look, pace).unref())
  }
  look()
  return async () => {
    stopped = true
    await current
    await closePools()
  }
}
