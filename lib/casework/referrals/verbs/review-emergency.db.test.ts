import { beforeAll, expect, test } from 'vitest'
import { POST as review } from '@/app/api/v1/referrals/[id]/review/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { moved } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
})

/** Left by the emergency way, and not read again yet. */
async function emergency(): Promise<string> {
  const id = await moved({ lead: lead.id, supervisor: supervisor.id }, [], { priority: 'EMERGENCY' })
  await root()`update app.referrals set state = 'SENT', emergency_path = true, version = version + 1, sent_at = clock.casework_now(),
    last_verb = 'send-emergency', last_party = 'team', last_at = clock.casework_now(), payload_hash = sha256(id::text::bytea),
    approved_hash = null where id = ${id}`
  return id
}
const read = (as: SignedIn, id: string, kind = '') =>
  post(review, { as, params: { id }, values: { verdict: 'NOT_JUSTIFIED', kind } })

test('an emergency read from a tab leaves the supervisor in that tab', async () => {
  const id = await emergency()
  expect((await read(supervisor, id, 'review')).headers.get('location')).toBe(
    `/queue?kind=review&reviewed=${id}`,
  )
})

test('the word is a fact beside the state, and is given once', async () => {
  const id = await emergency()
  await read(supervisor, id)
  const [row] = await root()`select state, reviewed_by, review_verdict from app.referrals where id = ${id}`
  expect(row).toEqual({ state: 'SENT', reviewed_by: supervisor.id, review_verdict: 'NOT_JUSTIFIED' })
  const second = await signedIn('SUPERVISOR', 'MOP')
  const late = await read(second, id)
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('SUPERVISOR MOP')
})

test('who sent it does not judge it, and for another office it is not there', async () => {
  const id = await emergency()
  expect((await read(lead, id)).status).toBe(403)
  expect((await read(elsewhere, id)).status).toBe(404)
})
