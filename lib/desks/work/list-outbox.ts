import { sql } from 'drizzle-orm'
import type { Tx } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env/env'
import type { Reading } from '@/lib/platform/gate/read'
import { countJobs, listDeadLetters } from './dead-letters'

/** A job without what it is about. Times are the demo's where the demo runs. */
export type JobRow = {
  id: number
  task: string
  runAt: string
  attempts: number
  doneAt: string | null
  late: boolean
}
const pageSize = 25

async function listJobs(tx: Tx, below: number | undefined): Promise<JobRow[]> {
  const rows = await tx.execute<JobRow>(sql`
    select j.id::float8 as id, j.task, j.attempts, j.done_at is null and j.run_at < now() - interval '10 minutes' as late,
      to_char((j.run_at + i.casework_offset) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "runAt",
      to_char((j.done_at + i.casework_offset) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "doneAt"
    from jobs.listed(${below ?? null}::bigint, ${pageSize + 1}) j cross join app.instance i order by j.id desc`)
  return [...rows]
}

/** What a try again answered: the job runs now, or was no failure any more. */
const doneOf = (asked: string | undefined): 'again' | 'gone' | undefined =>
  asked === 'again' || asked === 'gone' ? asked : undefined

/** The failures first, then the jobs, newest first, a page at a time, and how many wait. */
export async function listOutbox({ tx }: Reading, asked: string | undefined, done: string | undefined) {
  const below = /^[1-9]\d{0,14}$/.test(asked ?? '') ? Number(asked) : undefined
  const found = await listJobs(tx, below)
  const { dead: deadCount, ways, unreached, ...counts } = await countJobs(tx)
  const dead = await listDeadLetters(tx)
  const jobs = found.slice(0, pageSize)
  const older = found.length > pageSize ? jobs.at(-1)?.id : undefined
  return {
    view: {
      jobs,
      dead,
      deadCount,
      done: doneOf(done),
      older,
      first: below === undefined,
      counts,
      ways,
      unreached,
      leaves: { MAIL: env().mail !== undefined, SMS: env().sms !== undefined },
    },
    subject: { type: 'outbox', id: '' },
    detail: { count: jobs.length, failed: deadCount },
  }
}
