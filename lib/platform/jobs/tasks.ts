import type { z } from 'zod'
import type { Tx } from '@/lib/platform/db/client'

/** A row of the outbox, as a runner takes it. */
export type Job = { id: number; task: string; subject: string | null; body: unknown; attempts: number }

/** What a task gets: its own transaction, as the worker's login, and the job's number. No session, no key. */
export type Doing = { tx: Tx; job: number }

type Spec<P> = {
  name: string
  /** What a job of this task carries: its subject, where it has one, and the body's own facts. */
  payload: z.ZodType<P>
  /** When a clock begins it: a cron pattern, in UTC. */
  schedule?: string
  /** Does it and answers a code of how it went; the code is kept, so it says nothing about anybody. */
  run: (doing: Doing, payload: P) => Promise<string>
}

export type Task = {
  readonly name: string
  readonly schedule?: string
  readonly perform: (tx: Tx, job: Job) => Promise<string>
}

/** One kind of job, its payload checked before its body sees it. */
export const task = <P>({ name, payload, schedule, run }: Spec<P>): Task => ({
  name,
  ...(schedule !== undefined && { schedule }),
  perform: (tx, { id, subject, body }) =>
    run(
      { tx, job: id },
      payload.parse({ ...(subject !== null && { subject }), ...(typeof body === 'object' ? body : {}) }),
    ),
})
