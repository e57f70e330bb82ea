import { type SQL, sql } from 'drizzle-orm'

/** What is counted of referrals that left, in the order of their life. Each is a part of those that left, or all of them. */
export const LOOP = [
  'sent',
  'word',
  'accepted',
  'declined',
  'silent',
  'waiting',
  'stopped',
  'inTime',
  'completed',
  'confirmed',
  'contested',
  'notAccessed',
] as const
export type LoopMeasure = (typeof LOOP)[number]

/** Under so many answers no time is told: a median of two is two people's. */
export const TIMES_FROM = 5

/** One condition a measure, by which it is counted and by which it is opened. Of rows `f` of the loop's functions. */
export const HOLDS: Record<LoopMeasure, SQL> = {
  sent: sql`true`,
  word: sql`coalesce(f.word_in_time, false)`,
  accepted: sql`f.answer = 'ACCEPTED'`,
  declined: sql`f.answer = 'DECLINED'`,
  silent: sql`f.answer = 'SILENT'`,
  waiting: sql`f.answer = 'WAITING'`,
  stopped: sql`f.answer = 'STOPPED'`,
  inTime: sql`coalesce(f.in_time, false)`,
  completed: sql`f.completed`,
  confirmed: sql`f.confirmed`,
  contested: sql`f.contested`,
  notAccessed: sql`f.not_accessed`,
}

export const loopCounts: SQL = sql.join(
  LOOP.map((name) => sql`count(*) filter (where ${HOLDS[name]})::int as ${sql.identifier(name)}`),
  sql`, `,
)

const hours = (share: number) =>
  sql`case when count(f.hours) >= ${TIMES_FROM} then percentile_cont(${sql.raw(String(share))}) within group (order by f.hours) end`
/** The hours that an answer took with the agency: in the middle, and for nine of ten. */
export const loopTimes: SQL = sql`${hours(0.5)} as median, ${hours(0.9)} as p90`
