import { beforeAll, expect, test } from 'vitest'
import { POST as reassign } from '@/app/api/v1/referrals/[id]/reassign/route'
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
const give = (as: SignedIn, id: string, to: SignedIn, kind = '') =>
  post(reassign, { as, params: { id }, values: { supervisor: to.id, kind } })

test('a decision handed on from a tab leaves its giver in that tab, and the state where it was', async () => {
  const colleague = await signedIn('SUPERVISOR', 'MOP')
  const id = await waiting()
  const answer = await give(supervisor, id, colleague, 'approve')
  expect(answer.headers.get('location')).toBe(`/queue?kind=approve&reassigned=${id}`)
  const [row] = await root()`select state, supervisor_id from app.referrals where id = ${id}`
  expect(row).toEqual({ state: 'PENDING_APPROVAL', supervisor_id: colleague.id })
})

test('it is handed to nobody who could not decide it', async () => {
  const id = await waiting()
  for (const unable of [elsewhere, lead]) {
    const answer = await give(supervisor, id, unable, 'approve')
    expect(answer.headers.get('location')).toMatch(`/queue/${id}/reassign?kind=approve&draft=`)
  }
  expect(
    (await root()`select supervisor_id from app.referrals where id = ${id}`)[0]?.supervisor_id,
  ).toBeNull()
})

test('who does not supervise it hands on nothing', async () => {
  const id = await waiting()
  expect((await give(lead, id, supervisor)).status).toBe(403)
  expect((await give(elsewhere, id, elsewhere)).status).toBe(404)
})
