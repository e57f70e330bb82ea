import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env/env'

/** A job that was given up: its kind, when, the class of its error, its tries. Never what it is about. */
export type DeadLetter = { id: number; task: string; failedAt: string; attempts: number; result: string }

/** More than anybody tries again by hand; the count says how many there are. */
const most = 100

/** The one question that both the count and the list ask. */
const deadLetters: SQL = sql`from jobs.dead_letters() d cross join app.instance i`

/**
 * How many jobs wait, are late, were done today; and how many were given up. `messages` wait for mail: where no mail server is named
 * nobody takes them, and they are not late.
 */
export type JobCounts = { waiting: number; late: number; done_today: number; dead: number; messages: number }

/** Those counts as columns, for whoever asks for more in the same statement; `counted` stands in the `from`. */
export const jobCounts =
  (): SQL => sql`coalesce(counted.waiting, 0) as waiting, coalesce(counted.late, 0) - ${env().mail ? sql`0` : sql`coalesce(mails.late, 0)`} as late, coalesce(mails.waiting, 0) as messages,
  coalesce(counted.done_today, 0) as done_today, (select count(*)::integer ${deadLetters}) as dead`
export const counted: SQL = sql`(select) everyone left join lateral jobs.counted() counted on true
  left join lateral jobs.messages_waiting() mails on true`

/** The same in a statement of its own. */
export async function countJobs(tx: Tx): Promise<JobCounts> {
  const [row] = await tx.execute<JobCounts>(sql`select ${jobCounts()} from ${counted}`)
  return row ?? { waiting: 0, late: 0, done_today: 0, dead: 0, messages: 0 }
}

/** The newest of them; times are the demo's where the demo runs. */
export async function listDeadLetters(tx: Tx): Promise<DeadLetter[]> {
  const rows = await tx.execute<DeadLetter>(sql`
    select d.id::float8 as id, d.task, d.attempts, coalesce(d.result, '') as result,
      to_char((d.failed_at + i.casework_offset) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "failedAt"
    ${deadLetters} order by d.id desc limit ${most}`)
  return [...rows]
}
