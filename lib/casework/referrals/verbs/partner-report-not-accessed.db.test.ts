import { beforeAll, expect, test } from 'vitest'
import { POST as press } from '@/app/api/v1/inbox/[id]/not-accessed/route'
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
const tasksOf = async (id: string) =>
  (await root()`select kind from app.tasks where subject_id = ${id} and state = 'OPEN' order by kind`).map(
    ({ kind }) => kind,
  )

test('a person who did not get the service is our turn, with the reason’s days', async () => {
  const id = await all.referral(TO_ACCEPTED)
  const answer = await give(id, { absence: 'NOT_SAFE', why: '' })
  expect(answer.headers.get('location')).toBe(`/inbox/${id}?done=report-not-accessed`)
  expect(await rowOf(id)).toMatchObject({
    state: 'NOT_ACCESSED',
    outcome: 'NOT_RECEIVED',
    reason: 'NOT_SAFE',
  })
  expect(await tasksOf(id)).toEqual(['NEXT_STEP'])
})

test('another agency reports nothing of it', async () => {
  const id = await all.referral(TO_ACCEPTED)
  expect((await give(id, { absence: 'NOT_SAFE' }, all.other)).status).toBe(404)
  expect((await rowOf(id))?.state).toBe('ACCEPTED')
})
