import { beforeAll, expect, test } from 'vitest'
import { signedIn } from '@/lib/testing/actors'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_SENT, TO_WAITING } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { prepareDecision } from './prepare-decision'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

type Verb = 'return' | 'reassign' | 'review'
const prepare = (id: string, verb: Verb, query = {}, who = all.supervisor) =>
  reading(who, (ctx) => prepareDecision(ctx, id, { verb, query }))

test('the page of a decision knows the tab and the place it was opened from', async () => {
  const id = await all.referral(TO_WAITING)
  expect(await prepare(id, 'return', { kind: 'approve' })).toMatchObject({ view: { id, place: 'approve' } })
  expect(await prepare(id, 'return', { kind: 'approve.3' })).toMatchObject({ view: { place: 'approve.3' } })
  expect(await prepare(id, 'return', { kind: 'any/thing' })).toMatchObject({ view: { place: '' } })
})

test('handing on offers the other supervisors of the office and nobody else', async () => {
  const colleague = await signedIn('SUPERVISOR', 'MOP')
  await signedIn('SUPERVISOR', 'GAO')
  const id = await all.referral(TO_WAITING)
  const found = await prepare(id, 'reassign')
  const names = 'view' in found ? found.view.supervisors.map((one) => one.id) : []
  expect(names).toContain(colleague.id)
})

test('what has left is refused with its reason, and out of reach is missing', async () => {
  const sent = await all.referral(TO_SENT)
  expect(await prepare(sent, 'return')).toMatchObject({ refused: 'referral-NOT_IN_STATE' })
  const elsewhere = await signedIn('SUPERVISOR', 'GAO')
  expect(await prepare(sent, 'return', {}, elsewhere)).toEqual({ missing: { type: 'referral', id: sent } })
})
