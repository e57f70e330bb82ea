import { Cron } from 'croner'
import { sql } from 'drizzle-orm'
import { pool } from '@/lib/platform/db/client'
import type { Task } from './tasks'

/** The last moment at or before `now` that a cron pattern names, in UTC. PURE. */
export function lastMoment(pattern: string, now: Date): Date | undefined {
  const cron = new Cron(pattern, { timezone: 'UTC' })
  // The library looks strictly before what it is given, in whole seconds.
  return cron.previousRuns(1, new Date(now.getTime() + 1000))[0]
}

/**
 * Puts what a clock begins into the outbox. Each moment once, however many runners plan; of the moments missed while
 * nothing ran, one is made up for. Time is the database's, real time.
 */
export async function plan(tasks: readonly Task[]): Promise<void> {
  const [clock] = await pool('worker').execute<{ now: number }>(
    sql`select extract(epoch from now())::float8 as now`,
  )
  if (!clock) return
  const now = new Date(clock.now * 1000)
  for (const { name, schedule } of tasks) {
    const moment = schedule === undefined ? undefined : lastMoment(schedule, now)
    if (moment)
      await pool('worker').execute(sql`select jobs.plan(${name}, ${moment.toISOString()}::timestamptz)`)
  }
}
