import { beforeAll, expect, test } from 'vitest'
import { POST as press } from '@/app/api/v1/inbox/[id]/rebook/route'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_NOT_ACCESSED } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

const give = (id: string, values = {}, as = all.agency) => post(press, { as, params: { id }, values })
const rowOf = async (id: string) => (await root()`select * from app.referrals where id = ${id}`)[0]
const tasksOf = async (id: string) =>
  (await root()`select kind from app.tasks where subject_id = ${id} and state = 'OPEN' order by kind`).map(
    ({ kind }) => kind,
  )

test('a new day takes the referral up again, and the person is to be told', async () => {
  const id = await all.referral(TO_NOT_ACCESSED)
  expect((await give(id, { bookedOn: '4/7/2014', note: '' })).headers.get('location')).toBe(
    `/inbox/${id}?done=rebook`,
  )
  expect(await rowOf(id)).toMatchObject({ state: 'ACCEPTED', outcome: null, settled_at: null })
  expect(await tasksOf(id)).toEqual(['TELL_PERSON'])
})

test('a day that has passed books nothing', async () => {
  const id = await all.referral(TO_NOT_ACCESSED)
  expect((await give(id, { bookedOn: '29/6/2014' })).headers.get('location')).toContain('/rebook?draft=')
  expect((await rowOf(id))?.state).toBe('NOT_ACCESSED')
})
