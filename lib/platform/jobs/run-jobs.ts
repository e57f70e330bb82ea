import { sql } from 'drizzle-orm'
import { closePools, pool } from '@/lib/platform/db/client'

/** Milliseconds between two looks at the outbox; a held referral leaves at most this much late. */
const pace = 2000
const most = 20
/** Looks between two rounds of what only a date brings about. */
const tidyEvery = 300

/** One look: everything due, in one transaction. Returns how many jobs ran. */
export async function runDueJobs(): Promise<number> {
  const [row] = await pool('worker').execute<{ done: number }>(sql`select jobs.run_due(${most}) as done`)
  return row?.done ?? 0
}

/** Drafts left for a day without a yes end: nothing of the person stays but a line in the count. */
export async function dropLeftDrafts(): Promise<number> {
  const [row] = await pool('worker').execute<{ dropped: number }>(
    sql`select app.drop_left_drafts() as dropped`,
  )
  return row?.dropped ?? 0
}

/** Consents that a partner at work rests on and that end soon become a task each. Answers how many were opened. */
export async function keepRenewals(): Promise<number> {
  const [row] = await pool('worker').execute<{ opened: number }>(sql`select app.keep_renewals() as opened`)
  return row?.opened ?? 0
}

const rounds = async () => (await dropLeftDrafts()) + (await keepRenewals())

/** Looks again and again until stopped. A failing look is reported by its code alone and tried again. */
export function startJobs(report: (code: string) => void): () => Promise<void> {
  let stopped = false
  let current: Promise<unknown> = Promise.resolve()
  let looks = 0
  const look = () => {
    if (stopped) return
    const tidy = looks % tidyEvery === 0
    looks += 1
    current = runDueJobs()
      .then(() => (tidy ? rounds() : 0))
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
