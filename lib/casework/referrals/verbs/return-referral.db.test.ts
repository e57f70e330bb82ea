import { beforeAll, expect, test } from 'vitest'
import { POST as sendItBack } from '@/app/api/v1/referrals/[id]/return/route'
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
const sendBack = (as: SignedIn, id: string, kind = '') =>
  post(sendItBack, {
    as,
    params: { id },
    values: { reason: 'NEED_UNCLEAR', comment: 'Dire depuis quand', kind },
  })

test('a referral sent back from a tab leaves the supervisor in that tab', async () => {
  const id = await waiting()
  const answer = await sendBack(supervisor, id, 'approve')
  expect(answer.headers.get('location')).toBe(`/queue?kind=approve&returned=${id}`)
})

test('it goes back to its author with the reason, and nothing of what was sealed stays readable', async () => {
  const id = await waiting()
  expect((await sendBack(supervisor, id)).headers.get('location')).toBe(`/queue?returned=${id}`)
  const [row] = await root()`select r.state, r.reason, r.approved_hash,
      (select count(*)::int from app.shares s where s.referral_id = r.id and s.ended_at is null) as open
    from app.referrals r where r.id = ${id}`
  expect(row).toEqual({ state: 'RETURNED', reason: 'NEED_UNCLEAR', approved_hash: null, open: 0 })
})

test('without a reason the page comes back in the tab it was opened from', async () => {
  const id = await waiting()
  const answer = await post(sendItBack, { as: supervisor, params: { id }, values: { kind: 'approve' } })
  expect(answer.headers.get('location')).toMatch(`/queue/${id}/return?kind=approve&draft=`)
})

test('the lead may not, and for another office it is not there', async () => {
  const id = await waiting()
  expect((await sendBack(lead, id)).status).toBe(403)
  expect((await sendBack(elsewhere, id)).status).toBe(404)
  expect((await root()`select state from app.referrals where id = ${id}`)[0]?.state).toBe('PENDING_APPROVAL')
})
