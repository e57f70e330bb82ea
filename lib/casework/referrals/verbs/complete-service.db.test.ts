import { beforeAll, expect, test } from 'vitest'
import { POST as press } from '@/app/api/v1/inbox/[id]/complete/route'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACCEPTED } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

const give = (id: string, values = {}, as = all.agency) => post(press, { as, params: { id }, values })
const rowOf = async (id: string) => (await root()`select * from app.referrals where id = ${id}`)[0]

test('a service given today is reported, and becomes our turn: ask the person', async () => {
  const id = await all.referral(TO_ACCEPTED)
  const answer = await give(id, { outcome: 'PARTLY', servedOn: '30/6/2014', note: 'Deux séances sur trois' })
  expect(answer.headers.get('location')).toBe(`/inbox/${id}?done=complete`)
  expect(await rowOf(id)).toMatchObject({ state: 'COMPLETED', outcome: 'PARTLY', due_kind: 'verify' })
})

test.each([
  ['tomorrow', '1/7/2014'],
  ['before it was sent', '1/6/2014'],
])('no service was given %s', async (_, servedOn) => {
  const id = await all.referral(TO_ACCEPTED)
  expect((await give(id, { outcome: 'RECEIVED', servedOn })).headers.get('location')).toContain(
    '/complete?draft=',
  )
  expect((await rowOf(id))?.state).toBe('ACCEPTED')
})
