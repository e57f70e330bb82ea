import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { task } from '@/lib/platform/jobs/tasks'
import { DEFAULTS } from '@/lib/platform/settings/defaults'
import { rulesOf, type SettingRow } from '@/lib/platform/settings/read'
import { type ClockRules, clocksOf } from './due'

/** The clocks of an agency: it acknowledges, decides and delivers. */
const WATCHED: readonly string[] = ['acknowledge', 'decide', 'feedback']

export type Running = {
  id: string
  priority: string
  events: { verb: string; from: string | null; to: string; at: string }[]
  /** What was said of which clock: `clock.half@decide/<seconds>`. */
  told: string[]
}
export type Passed = { id: string; kind: string; since: Date; what: 'clock.half' | 'clock.late' }
type Shares = { half: number; late: number }

const secondsOf = (moment: Date) => Math.round(moment.getTime() / 1000)

/** Whether so many hundredths of the clock are over; all of it is over when the clock itself says so. PURE. */
const over = (clock: ReturnType<typeof clocksOf>[number], percent: number, now: Date): boolean =>
  percent === 100 ? clock.due !== null && clock.due < now : clock.ratio * 100 >= percent

/** Clocks that run and have passed a mark that nobody was told of. PURE. */
export function passed(running: readonly Running[], now: Date, rules: ClockRules, marks: Shares): Passed[] {
  return running.flatMap(({ id, priority, events, told }) =>
    clocksOf(
      priority,
      events.map((event) => ({ ...event, at: new Date(event.at) })),
      now,
      rules,
    )
      .filter(({ kind, stoppedAt, pausedSince }) => WATCHED.includes(kind) && !stoppedAt && !pausedSince)
      .flatMap((clock) => {
        const { kind, startedAt: since } = clock
        const fresh = (what: Passed['what'], percent: number): Passed[] =>
          over(clock, percent, now) && !told.includes(`${what}@${kind}/${secondsOf(since)}`)
            ? [{ id, kind, since, what }]
            : []
        return [...fresh('clock.half', marks.half), ...fresh('clock.late', marks.late)]
      }),
  )
}

/**
 * What waits at an agency: half of its time over reminds it, all of it tells the lead and the supervisor, each once a clock; and it is
 * reminded of what it is to delete.
 */
export const watchClocks = task({
  name: 'watch-clocks',
  payload: z.strictObject({}),
  schedule: '*/10 * * * *',
  run: async ({ tx, job }) => {
    const [asked] = await tx.execute<{ told: number }>(sql`select jobs.remind_deletions(${job}) as told`)
    let told = asked?.told ?? 0
    const rows = await tx.execute<Running & { settings: SettingRow[]; now: string }>(
      sql`select c.*, clock.casework_now() as now from jobs.clocks_running(${job}) c`,
    )
    const [first] = rows
    if (!first) return `TOLD_${told}`
    const percent = (key: 'notice.remind' | 'notice.escalate') =>
      first.settings.find((one) => one.key === key)?.value ?? DEFAULTS[key]?.value ?? 100
    const marks = { half: percent('notice.remind'), late: percent('notice.escalate') }
    for (const { id, kind, since, what } of passed(
      rows,
      new Date(first.now),
      rulesOf(first.settings),
      marks,
    )) {
      const [row] = await tx.execute<{ told: boolean }>(
        sql`select jobs.tell_clock(${job}, ${id}::uuid, ${kind}, ${since.toISOString()}::timestamptz, ${what}) as told`,
      )
      if (row?.told) told += 1
    }
    return `TOLD_${told}`
  },
})
