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
 * How many jobs wait, are late, were done today; and how many were given up. `messages` wait to leave by mail or SMS; where the way is
 * not set up nobody takes them, they rest and are not late. `refused`: a server or gateway does not take them from us, or only in clear.
 */
export type JobCounts = {
  waiting: number
  late: number
  done_today: number
  dead: number
  messages: number
  refused: number
}
/** What waits by each way, and what stops it. */
export type Way = { way: 'MAIL' | 'SMS'; waiting: number; late: number; refused: number; clear: number }
/** Somebody of ours whom the last message did not reach. */
export type Unreached = { id: string; name: string; way: Way['way']; failure: string; at: string }

const resting = (): string[] => {
  const { mail, sms } = env()
  return [...(mail ? [] : ['MAIL']), ...(sms ? [] : ['SMS'])]
}

/** Those counts as columns, for whoever asks for more in the same statement; `counted` stands in the `from`. */
export const jobCounts: SQL = sql`coalesce(counted.waiting, 0) as waiting, coalesce(counted.late, 0) - ways.resting as late,
  ways.waiting as messages, ways.refused, coalesce(counted.done_today, 0) as done_today, (select count(*)::integer ${deadLetters}) as dead`
export const counted = (): SQL => sql`(select) everyone left join lateral jobs.counted() counted on true
  cross join lateral (select coalesce(sum(m.waiting), 0)::int as waiting, coalesce(sum(m.refused + m.clear), 0)::int as refused,
    coalesce(sum(m.late) filter (where m.way = any(${sql.param(`{${resting().join(',')}}`)}::text[])), 0)::int as resting,
    coalesce(json_agg(m order by m.way), '[]') as list from jobs.messages_by_way() m) ways`

/** The same in a statement of its own, with each way and whom nothing reached. */
export async function countJobs(tx: Tx) {
  const [row] = await tx.execute<JobCounts & { ways: Way[]; unreached: Unreached[] }>(sql`
    select ${jobCounts}, ways.list as ways, coalesce((select json_agg(u) from app.unreached() u), '[]') as unreached from ${counted()}`)
  if (!row) throw new Error('no counts')
  return row
}

/** The newest of them; times are the demo's where the demo runs. */
export async function listDeadLetters(tx: Tx): Promise<DeadLetter[]> {
  const rows = await tx.execute<DeadLetter>(sql`
    select d.id::float8 as id, d.task, d.attempts, coalesce(d.result, '') as result,
      to_char((d.failed_at + i.casework_offset) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "failedAt"
    ${deadLetters} order by d.id desc limit ${most}`)
  return [...rows]
}
