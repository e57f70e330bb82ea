import { beforeEach, expect, test } from 'vitest'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { goalsMet, send } from '@/lib/testing/factories/open-case'
import { makeReadable } from '@/lib/testing/factories/readable'
import {
  accepts,
  caseOf,
  type Moving,
  offerOf,
  offers,
  opens,
  refuses,
} from '@/lib/testing/factories/transfers'

/** Failures of a hand-over that other systems have had (`docs/hand-off-failures.md`), where no other test names them. */
let lead: SignedIn
let farLead: SignedIn
let supervisor: SignedIn
let farSupervisor: SignedIn
let one: Moving

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  farLead = await signedIn('SOCIAL_WORKER', 'GAO')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  farSupervisor = await signedIn('SUPERVISOR', 'GAO')
  one = await caseOf(lead)
})
const officeOf = async ({ id }: Moving) =>
  (await root()`select office_id, state from app.cases where id = ${id}`)[0]

test('nothing returns without the yes of whoever it returns to', async () => {
  await offers(lead, one)
  expect(await accepts(farSupervisor, one, farLead)).toContain('transfer-accepted')
  expect(await offers(farLead, one, 'MOP')).toContain('done=transfer-offered')
  expect(await officeOf(one)).toMatchObject({ office_id: 'GAO' })
  expect([await opens(lead, one), await opens(farLead, one)]).toEqual([false, true])
  expect(await refuses(supervisor, one)).toContain('/queue')
  expect(await officeOf(one)).toMatchObject({ office_id: 'GAO' })
})

test('no case ends before the receiver has answered', async () => {
  await makeReadable(one.id)
  await offers(lead, one)
  const asked = await send(askClosure, lead, one.code, goalsMet)
  expect(asked.headers.get('location') ?? '').not.toContain('done=')
  expect(await officeOf(one)).toEqual({ office_id: 'MOP', state: 'OPEN' })
  expect((await offerOf(one))?.state).toBe('OFFERED')
})

test('what was begun before access was lost is not applied after it', async () => {
  await offers(lead, one)
  await accepts(farSupervisor, one, farLead)
  // The page of the old lead is still open somewhere.
  expect(await offers(lead, one, 'TBT', { _version: '1' })).toBe('not-found')
  expect(await officeOf(one)).toMatchObject({ office_id: 'GAO' })
})
