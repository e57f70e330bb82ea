import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { POST as again } from '@/app/api/v1/outbox/[id]/try-again/route'
import { countJobs, listDeadLetters } from '@/lib/desks/work/dead-letters'
import { listOutbox } from '@/lib/desks/work/list-outbox'
import { adminDay } from '@/lib/desks/work/other-days'
import type { Role } from '@/lib/platform/access/roles'
import type { Reading } from '@/lib/platform/gate/read'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { post } from '@/lib/testing/requests'
import { MOST_TRIES } from './back-off'
import { runDueJobs } from './run'
import { task } from './tasks'

const sending = (run: () => Promise<string>) =>
  task({ name: 'send-referral', payload: z.strictObject({ subject: z.uuid() }), run })
const failing = sending(() => Promise.reject(new TypeError('Awa Traoré')))

let admin: SignedIn
beforeAll(async () => {
  admin = await signedIn('ADMIN')
})

/** One job, failed as often as it takes. */
async function deadLetter(): Promise<number> {
  const [row] = await root()`insert into jobs.outbox (task, subject_id, run_at, attempts)
    values ('send-referral', ${randomUUID()}, now(), ${MOST_TRIES - 1}) returning id::int`
  await runDueJobs([failing])
  return Number(row?.id)
}
const press = (id: number | string, who = admin) => post(again, { as: who, params: { id: String(id) } })
const reading = (ctx: { tx: unknown; actor: unknown }) => ctx as Reading

test('a job that was given up stands before the administrator: kind, time, class, tries, and nothing it is about', async () => {
  const before = await as(admin, async ({ tx }) => (await countJobs(tx)).dead)
  const id = await deadLetter()
  await as(admin, async (ctx) => {
    const [newest] = await listDeadLetters(ctx.tx)
    expect(newest).toEqual({
      id,
      task: 'send-referral',
      attempts: MOST_TRIES,
      result: 'TypeError',
      failedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    })
    const home = await adminDay(ctx)
    const { view } = await listOutbox(reading(ctx), undefined, undefined)
    expect([home.dead, view.deadCount, view.dead.length]).toEqual([before + 1, before + 1, before + 1])
    expect(view.jobs.map((job) => job.id)).not.toContain(id)
  })
})

test('“try again” has it done once more, at once, with all its tries', async () => {
  const id = await deadLetter()
  const answer = await press(id)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/outbox?done=again'])
  await runDueJobs([sending(async () => 'SENT')])
  const [job] =
    await root()`select attempts, result, failed_at, done_at is not null as done from jobs.outbox where id = ${id}`
  expect(job).toEqual({ attempts: 1, result: 'SENT', failed_at: null, done: true })
  const [event] =
    await root()`select actor_id, outcome, detail from audit.events where action = 'outbox.try-again' order by id desc limit 1`
  expect(event).toEqual({ actor_id: admin.id, outcome: 'done', detail: `{"job":${id}}` })
  expect((await press(id)).headers.get('location')).toBe('/outbox?done=gone')
})

test('what is no job is not there', async () => {
  for (const id of ['999999999', '0', 'x', '1e3']) expect((await press(id)).status, id).toBe(404)
})

test.each<Role>(['SUPERVISOR', 'SOCIAL_WORKER', 'IM', 'DPO', 'DTM_ENUM'])(
  '%s neither sees nor retries it',
  async (role) => {
    const id = await deadLetter()
    const other = await signedIn(role, 'MOP')
    expect((await press(id, other)).status).toBe(403)
    expect(await as(other, async ({ tx }) => (await countJobs(tx)).dead)).toBe(0)
    const [job] = await root()`select failed_at from jobs.outbox where id = ${id}`
    expect(job?.failed_at).not.toBeNull()
  },
)
