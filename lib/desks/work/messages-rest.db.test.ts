import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { POST as remind } from '@/app/api/v1/referrals/[id]/remind/route'
import { env } from '@/lib/platform/env/env'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { moved, TO_SENT } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'
import { countJobs } from './dead-letters'

let lead: SignedIn
let supervisor: SignedIn
let admin: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  admin = await signedIn('ADMIN')
  await signedIn('PARTNER_FP', 'UNICEF')
})

const counts = () => as(admin, ({ tx }) => countJobs(tx))

test('“Remind” queues a message to the base, and whoever works on the case reads how far it is', async () => {
  const id = await moved({ lead: lead.id, supervisor: supervisor.id }, TO_SENT)
  const [row] = await root()`select version from app.referrals where id = ${id}`
  const answer = await post(remind, { as: lead, params: { id }, values: { _version: String(row?.version) } })
  expect(answer.headers.get('location')).toBe(`/referrals/${id}?done=remind`)
  const events =
    await root()`select event from app.notices where referral_id = ${id} and base_id is not null order by made_at`
  expect(events.map(({ event }) => event)).toEqual(['send', 'remind'])
  const [told] = await as(lead, ({ tx }) => tx.execute(sql`select app.partner_told(${id}) as said`))
  expect(told?.said).toMatchObject({ state: 'QUEUED' })
})

test('without a mail server messages wait and nothing is late; with one they are', async () => {
  await moved({ lead: lead.id, supervisor: supervisor.id }, TO_SENT)
  await root()`update jobs.outbox set created_at = created_at - interval '1 hour', run_at = run_at - interval '1 hour'
    where task = 'send-notice' and run_at <= now()`
  const before = await counts()
  expect(before.messages).toBeGreaterThan(0)
  expect(before.late).toBe(0)
  Object.assign(env(), { mail: { url: 'smtp://127.0.0.1:1', from: 'relais@relais.example' } })
  const after = await counts()
  Object.assign(env(), { mail: undefined })
  expect(after.late).toBeGreaterThan(0)
})
