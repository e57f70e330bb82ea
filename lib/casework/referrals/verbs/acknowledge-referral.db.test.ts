import { beforeAll, expect, test } from 'vitest'
import { POST as press } from '@/app/api/v1/inbox/[id]/acknowledge/route'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_SENT } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

const give = (id: string, values = {}, as = all.agency) => post(press, { as, params: { id }, values })
const rowOf = async (id: string) => (await root()`select * from app.referrals where id = ${id}`)[0]

test('pressing the button tells us that it was received, and opens its first page', async () => {
  const id = await all.referral(TO_SENT)
  expect((await give(id)).headers.get('location')).toBe(`/inbox/${id}?done=acknowledge`)
  expect((await rowOf(id))?.state).toBe('ACKNOWLEDGED')
})

test('a second press says that it was received already; another agency finds nothing', async () => {
  const id = await all.referral(TO_SENT)
  expect((await give(id, {}, all.other)).status).toBe(404)
  await give(id)
  expect((await give(id)).status).toBe(409)
})
