import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { root } from '@/lib/testing/database'
import { pool, type Tx } from './client'
import { sqlStateOf } from './sqlstate'

const thrown: unknown[] = []
const note = (error: unknown) => thrown.push(error)

beforeAll(() => {
  process.on('uncaughtException', note)
  return () => void process.off('uncaughtException', note)
})
/** What the driver throws past everybody is thrown in a timer of its own. */
afterEach(async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate)
  expect(thrown.splice(0)).toEqual([])
})

const pidOf = async (tx: Tx) => {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  return row?.pid ?? 0
}

/** Signal 0 asks only whether there is such a process. */
function isRunning(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/**
 * Ends a connection from outside and waits until its process is gone. `pg_stat_activity` forgets a backend before it
 * closes its socket, so only the end of the process says that the socket's end is on its way here.
 */
async function kill(pid: number) {
  await root()`select pg_terminate_backend(${pid})`
  while (isRunning(pid)) await new Promise(setImmediate)
}

/** Until the socket's end has been read here as well. */
async function noticed() {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
}

const stateAfter = (running: Promise<unknown>) => running.then(() => 'done', sqlStateOf)
const works = async () => (await pool('web').execute(sql`select 1 as one`)).length

test('a connection that ends between two statements undoes the transaction, and the next one works', async () => {
  const running = pool('web').transaction(async (tx) => {
    await kill(await pidOf(tx))
    await noticed()
    await tx.execute(sql`select 1`)
  })
  expect(await stateAfter(running)).toBe('08006')
  expect(await works()).toBe(1)
})

test('so does one that ends while a statement runs', async () => {
  const running = pool('web').transaction(async (tx) => {
    const pid = await pidOf(tx)
    const slow = tx.execute(sql`select pg_sleep(5)`)
    await Promise.all([slow, kill(pid)])
  })
  expect(await stateAfter(running)).toBe('08006')
  expect(await works()).toBe(1)
})

test('and one that ends under work that never asks the database again', async () => {
  const running = pool('web').transaction(async (tx) => {
    await kill(await pidOf(tx))
    await noticed()
    return 'as if nothing had happened'
  })
  expect(await stateAfter(running)).toBe('08006')
})

test('one that ends while it commits leaves the outcome open, and says so', async () => {
  await root().unsafe(`create table app.slow_to_commit (id int);
    create function app.take_time() returns trigger language plpgsql as 'begin perform pg_sleep(5); return null; end';
    create constraint trigger slowly after insert on app.slow_to_commit deferrable initially deferred
      for each row execute function app.take_time();
    grant insert on app.slow_to_commit to relais_web; grant usage on schema app to relais_web`)
  let pid = 0
  const running = stateAfter(
    pool('web').transaction(async (tx) => {
      pid = await pidOf(tx)
      await tx.execute(sql`insert into app.slow_to_commit values (1)`)
    }),
  )
  for (let committing = 0; committing === 0; ) {
    const [row] = await root()`select count(*)::int as n from pg_stat_activity
      where pid = ${pid} and query = 'commit' and wait_event = 'PgSleep'`
    committing = row?.n ?? 0
  }
  await kill(pid)
  expect(await running).toBe('08007')
})

test('what a dead transaction still says reaches nobody else’s', async () => {
  let goOn = () => {}
  const paused = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const dead = pool('worker').transaction(async (tx) => {
    await kill(await pidOf(tx))
    await paused
    await tx.execute(sql`select set_config('relais.session', 'of the dead', true)`)
  })
  expect(await stateAfter(dead)).toBe('08006')
  const heard = await pool('worker').transaction((first) =>
    pool('worker').transaction(async (second) => {
      goOn()
      await noticed()
      const read = sql`select coalesce(current_setting('relais.session', true), '') as said`
      return [...(await first.execute(read)), ...(await second.execute(read))]
    }),
  )
  expect(heard.map(({ said }) => said)).toEqual(['', ''])
})
