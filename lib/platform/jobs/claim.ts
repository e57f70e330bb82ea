import { sql } from 'drizzle-orm'
import { pool, type Tx } from '@/lib/platform/db/client'
import { sqlStateOf } from '@/lib/platform/db/sqlstate'
import { nextTry } from './back-off'
import type { Job } from './tasks'

/** The next due job of these tasks, locked until the transaction ends; nothing when none is due or free. */
export async function claim(tx: Tx, names: readonly string[]): Promise<Job | undefined> {
  const known = sql.join(
    names.map((name) => sql`${name}`),
    sql`, `,
  )
  const [job] = await tx.execute<Job>(sql`
    select c.id::float8 as id, c.task, c.subject_id as subject, c.body, c.attempts from jobs.claim(array[${known}]::text[]) c`)
  return job
}

export async function finish(tx: Tx, job: Job, result: string): Promise<void> {
  await tx.execute(sql`select jobs.finish(${job.id}, ${result})`)
}

/** What an error is called where nothing of its text may stand: the SQLSTATE, else the error's own name. */
export const classOf = (error: unknown): string => {
  const state = sqlStateOf(error)
  return state ? `SQL_${state}` : error instanceof Error ? error.name : 'Error'
}

/** After a failure: waits longer each time, then becomes a dead letter. */
export async function setAside(tx: Tx, job: Job, error: unknown): Promise<void> {
  const wait = nextTry(job.attempts + 1)
  await tx.execute(
    sql`select jobs.set_aside(${job.id}, ${classOf(error)}, make_interval(secs => ${wait ?? null}))`,
  )
}

/** A try whose transaction was lost, unless somebody else has the job by now. Where the database is gone nothing can be counted. */
export async function countLost(job: Job, error: unknown): Promise<void> {
  const wait = nextTry(job.attempts + 1)
  await pool('worker')
    .execute(
      sql`select jobs.count_lost(${job.id}, ${job.attempts}, ${classOf(error)}, make_interval(secs => ${wait ?? null}))`,
    )
    .catch(() => {})
}
