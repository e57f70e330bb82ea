import { beforeAll, expect, test } from 'vitest'
import { POST as press } from '@/app/api/v1/inbox/[id]/begin/route'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACCEPTED, TO_ACKNOWLEDGED } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

const give = (id: string, values = {}, as = all.agency) => post(press, { as, params: { id }, values })
const rowOf = async (id: string) => (await root()`select * from app.referrals where id = ${id}`)[0]

test('a service that has begun says so', async () => {
  const id = await all.referral(TO_ACCEPTED)
  expect((await give(id)).headers.get('location')).toBe(`/inbox/${id}?done=begin`)
  expect((await rowOf(id))?.state).toBe('IN_PROGRESS')
})

test('nothing begins before it was accepted', async () => {
  const id = await all.referral(TO_ACKNOWLEDGED)
  expect((await give(id)).status).toBe(409)
  expect((await rowOf(id))?.state).toBe('ACKNOWLEDGED')
})
