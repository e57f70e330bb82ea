import { closePools, pool } from '@/lib/platform/db/client'
import { claim, classOf, countLost, finish, setAside } from './claim'
import { plan } from './schedule'
import type { Job, Task } from './tasks'

/** Milliseconds between two looks at the outbox; a held referral leaves at most this much late. */
const PACE = 2000
/** Looks between two questions to the schedules. */
const PLAN_EVERY = 15

/** Receives the class of an error, never its text. */
export type Report = (code: string) => void

/**
 * Takes one due job and does it, all in one transaction: whoever dies in the middle has done nothing, and the job is
 * there for the next. A job that fails is undone and set aside in the same transaction; nobody else can take it between. Where the
 * transaction itself is lost and we live on, the try is counted in another one: what loses it every time is given up too.
 * @returns whether there was one
 */
export async function runNext(tasks: readonly Task[], report: Report): Promise<boolean> {
  const byName = new Map(tasks.map((task) => [task.name, task]))
  let taken: Job | undefined
  try {
    return await pool('worker').transaction(async (tx) => {
      const job = await claim(tx, [...byName.keys()])
      const task = job && byName.get(job.task)
      if (!task) return false
      taken = job
      try {
        const result = await tx.transaction((attempt) => task.perform(attempt, job))
        await finish(tx, job, result)
      } catch (error) {
        report(classOf(error))
        await setAside(tx, job, error)
      }
      return true
    })
  } catch (error) {
    if (taken) await countLost(taken, error)
    throw error
  }
}

/** Everything due, one after the other. Returns how many there were. */
export async function runDueJobs(tasks: readonly Task[], report: Report = () => {}): Promise<number> {
  let done = 0
  while (await runNext(tasks, report)) done += 1
  return done
}

/**
 * Looks again and again until stopped, each list for itself: what waits for a slow mail server holds back no referral. A failing look
 * is reported by its class alone and tried again.
 */
export function startJobs(lists: readonly (readonly Task[])[], report: Report): () => Promise<void> {
  const loops = lists.map((tasks) => loop(tasks, report))
  return async () => {
    await Promise.all(loops.map((stop) => stop()))
    await closePools()
  }
}

function loop(tasks: readonly Task[], report: Report): () => Promise<void> {
  let stopped = false
  let current: Promise<unknown> = Promise.resolve()
  let looks = 0
  const work = async () => {
    if (looks % PLAN_EVERY === 0) await plan(tasks)
    looks += 1
    while (!stopped && (await runNext(tasks, report)));
  }
  const look = () => {
    if (stopped) return
    current = work()
      .catch((error: unknown) => report(classOf(error)))
      .finally(() => setTimeout(look, PACE).unref())
  }
  look()
  return async () => {
    stopped = true
    await current
  }
}
