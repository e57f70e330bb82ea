import { beforeAll, expect, test } from 'vitest'
import { POST as undo } from '@/app/api/v1/referrals/[id]/undo/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { moved, TO_APPROVED } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
})

const approved = () => moved({ lead: lead.id, supervisor: supervisor.id }, TO_APPROVED)

test('an approval taken back during the hold waits again in the tab it was given from', async () => {
  const id = await approved()
  const answer = await post(undo, { as: supervisor, params: { id }, values: { kind: 'approve' } })
  expect(answer.headers.get('location')).toBe(`/queue?kind=approve&item=${id}&undone=1`)
  const [row] = await root()`select state, approved_by, approved_hash from app.referrals where id = ${id}`
  expect(row).toEqual({ state: 'PENDING_APPROVAL', approved_by: null, approved_hash: null })
})

test('only who gave it takes it back', async () => {
  const id = await approved()
  const colleague = await signedIn('SUPERVISOR', 'MOP')
  expect((await post(undo, { as: colleague, params: { id } })).status).toBe(403)
  expect((await post(undo, { as: elsewhere, params: { id } })).status).toBe(404)
  expect((await root()`select state from app.referrals where id = ${id}`)[0]?.state).toBe('APPROVED')
})
