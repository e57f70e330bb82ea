import { beforeAll, expect, test } from 'vitest'
import { POST as approve } from '@/app/api/v1/referrals/[id]/approve/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { moved, TO_WAITING } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
})

const waiting = () => moved({ lead: lead.id, supervisor: supervisor.id }, TO_WAITING)
const hashOf = async (id: string): Promise<string> =>
  String(
    (await root()`select encode(payload_hash, 'hex') as hash from app.referrals where id = ${id}`)[0]?.hash,
  )
const letGo = async (as: SignedIn, id: string, more: { hash?: string; kind?: string } = {}) =>
  post(approve, { as, params: { id }, values: { hash: await hashOf(id), kind: '', ...more } })

test('exactly what was on the page is approved, and leaves after the hold', async () => {
  const id = await waiting()
  expect((await letGo(supervisor, id, { kind: 'approve' })).headers.get('location')).toBe(
    `/queue?kind=approve&approved=${id}`,
  )
  const [row] =
    await root()`select state, approved_by, approved_hash = payload_hash as pinned from app.referrals where id = ${id}`
  expect(row).toEqual({ state: 'APPROVED', approved_by: supervisor.id, pinned: true })
  const jobs = await root()`select 1 from jobs.outbox where task = 'send-referral' and subject_id = ${id}`
  expect(jobs).toHaveLength(1)
})

test('another payload than the one shown is not approved: the page comes back', async () => {
  const id = await waiting()
  const answer = await letGo(supervisor, id, { hash: 'a'.repeat(64), kind: 'approve' })
  expect(answer.headers.get('location')).toMatch(`/queue?kind=approve&item=${id}&draft=`)
  expect((await root()`select state from app.referrals where id = ${id}`)[0]?.state).toBe('PENDING_APPROVAL')
})

test('an answer that waits for a supervisor’s own word is confirmed first', async () => {
  const id = await waiting()
  await root()`update app.consents set status = 'NOT_POSSIBLE' where id = (select consent_id from app.referrals where id = ${id})`
  const answer = await letGo(supervisor, id)
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('attend votre confirmation')
})

test('nobody approves as lead or from another office', async () => {
  const id = await waiting()
  expect((await letGo(lead, id)).status).toBe(403)
  expect((await letGo(elsewhere, id)).status).toBe(404)
})
