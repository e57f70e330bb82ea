import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { root } from '@/lib/testing/database'
import { MOST_TRIES, waitAfter } from './back-off'
import { runDueJobs, runNext } from './run'
import { plan } from './schedule'
import { type Doing, task } from './tasks'

/** A known name with a body of this test's own. */
const doing = (run: (doing: Doing) => Promise<string>) =>
  task({ name: 'forget-done-jobs', payload: z.strictObject({}), schedule: '*/10 * * * *', run })

/** Puts so many jobs into the outbox, due now. */
const due = async (count: number) => {
  const rows =
    await root()`insert into jobs.outbox (task, run_at) select 'forget-done-jobs', now() from generate_series(1, ${count}) returning id::int`
  return rows.map(({ id }) => Number(id))
}
const jobOf = async (id: number | undefined) =>
  (
    await root()`select attempts, result, done_at is not null as done, failed_at is not null as dead,
      round(extract(epoch from run_at - now()))::int as wait from jobs.outbox where id = ${id ?? 0}`
  )[0]

beforeEach(() => root()`truncate jobs.outbox, jobs.schedules`)

describe('a due job', () => {
  test('is done once, by two runners who look at the same moment', async () => {
    const ids = await due(20)
    const done: number[] = []
    const runner = [
      doing(async ({ job }) => {
        done.push(job)
        return 'DONE'
      }),
    ]
    const counts = await Promise.all([runDueJobs(runner), runDueJobs(runner)])
    expect(done.sort((a, b) => a - b)).toEqual(ids)
    expect(counts.reduce((a, b) => a + b)).toBe(20)
    expect(Math.min(...counts)).toBeGreaterThan(0)
  })

  test('whose runner is killed in the middle is undone and done by the next, once', async () => {
    const [id] = await due(1)
    const killed = doing(async ({ tx, job }) => {
      // What the task has written before its death.
      await tx.execute(sql`select jobs.plan('drop-left-drafts', now())`)
      const [me] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await root()`select pg_terminate_backend(${me?.pid ?? 0}, 5000)`
      await tx.execute(sql`select 1`)
      return `DONE_${job}`
    })
    await expect(runNext([killed], () => {})).rejects.toThrow(/connection/i)
    expect(await root()`select from jobs.schedules`).toHaveLength(0)
    // The runner lives on and counts the try, so that what kills it every time is given up as well.
    expect(await jobOf(id)).toMatchObject({ attempts: 1, done: false, dead: false, wait: waitAfter(1) })
    await root()`update jobs.outbox set run_at = now()`
    expect(await runDueJobs([doing(async () => 'DONE')])).toBe(1)
    expect(await jobOf(id)).toMatchObject({ attempts: 2, done: true, result: 'DONE' })
  })

  test('that loses its transaction every time is given up after the tenth try', async () => {
    const [id] = await due(1)
    const losing = doing(async ({ tx }) => {
      const [me] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await root()`select pg_terminate_backend(${me?.pid ?? 0}, 5000)`
      await tx.execute(sql`select 1`)
      return 'never'
    })
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      await root()`update jobs.outbox set run_at = now() where id = ${id ?? 0}`
      await expect(runNext([losing], () => {})).rejects.toThrow(/connection/i)
    }
    expect(await jobOf(id)).toMatchObject({ attempts: MOST_TRIES, done: false, dead: true })
  })

  test('that was lost and is in other hands by now is counted by those alone', async () => {
    const [id] = await due(1)
    await root().begin(async (other) => {
      await other`select from jobs.outbox where id = ${id ?? 0} for update`
      await expect(
        runNext(
          [
            doing(async () => {
              throw new Error('not reached')
            }),
          ],
          () => {},
        ),
      ).resolves.toBe(false)
      await root()`select jobs.count_lost(${id ?? 0}, 0, 'Error', interval '1 minute')`
    })
    expect(await jobOf(id)).toMatchObject({ attempts: 0, done: false })
  })

  test('that fails leaves nothing behind, says its class and lets the others go on', async () => {
    const [broken, sound] = await due(2)
    const reported: string[] = []
    const runner = doing(async ({ tx, job }) => {
      if (job !== broken) return 'DONE'
      await tx.execute(sql`select jobs.plan('drop-left-drafts', now())`)
      await tx.execute(sql`select 1 / 0`)
      return 'never'
    })
    await runDueJobs([runner], (code) => reported.push(code))
    expect(reported).toEqual(['SQL_22012'])
    expect(await root()`select from jobs.schedules`).toHaveLength(0)
    expect(await jobOf(broken)).toMatchObject({ attempts: 1, done: false, dead: false, result: 'SQL_22012' })
    expect(await jobOf(sound)).toMatchObject({ done: true })
  })

  test('that carries what its task does not know fails by that and says nothing of it', async () => {
    const [id] = await due(1)
    await root()`update jobs.outbox set body = '{"name": "Awa"}' where id = ${id ?? 0}`
    await runDueJobs([doing(async () => 'DONE')])
    expect(await jobOf(id)).toMatchObject({ attempts: 1, done: false, result: 'ZodError' })
  })

  test('waits longer after each failure and is then given up', async () => {
    const [id] = await due(1)
    const failing = doing(() => Promise.reject(new TypeError('Awa')))
    const waits: unknown[] = []
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      await root()`update jobs.outbox set run_at = now() where id = ${id ?? 0}`
      expect(await runDueJobs([failing])).toBe(1)
      const job = await jobOf(id)
      waits.push(job?.dead ? 'dead' : job?.wait)
    }
    const expected = Array.from({ length: MOST_TRIES - 1 }, (_, n) => waitAfter(n + 1))
    expect(waits).toEqual([...expected, 'dead'])
    expect(await jobOf(id)).toMatchObject({ attempts: MOST_TRIES, result: 'TypeError', done: false })
    expect(await runDueJobs([failing])).toBe(0)
  })
})

describe('what a clock begins', () => {
  const timed = [doing(async () => 'DONE')]
  const waiting = async () => (await root()`select count(*)::int as n from jobs.outbox`)[0]?.n

  test('is planned once, by however many runners', async () => {
    await Promise.all([plan(timed), plan(timed), plan(timed)])
    await plan(timed)
    expect(await waiting()).toBe(1)
  })

  test('runs once after the server was down for longer than many of its moments', async () => {
    await plan(timed)
    await runDueJobs(timed)
    await root()`update jobs.schedules set planned_for = planned_for - interval '3 days'`
    await Promise.all([plan(timed), plan(timed)])
    await plan(timed)
    expect(await runDueJobs(timed)).toBe(1)
    expect(await waiting()).toBe(2)
  })

  test('is not planned again while it still waits from before', async () => {
    await plan(timed)
    await root()`update jobs.schedules set planned_for = planned_for - interval '1 day'`
    await plan(timed)
    expect(await waiting()).toBe(1)
  })

  test('is not planned for a moment that has not come', async () => {
    const [row] = await root()`select jobs.plan('forget-done-jobs', now() + interval '1 minute') as planned`
    expect(row?.planned).toBe(false)
    expect(await waiting()).toBe(0)
  })
})
