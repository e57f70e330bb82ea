import { beforeAll, expect, test } from 'vitest'
import { POST as press } from '@/app/api/v1/inbox/[id]/ask/route'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACKNOWLEDGED } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

const give = (id: string, values = {}, as = all.agency) => post(press, { as, params: { id }, values })
const rowOf = async (id: string) => (await root()`select * from app.referrals where id = ${id}`)[0]

test('a question makes it our turn, and stands in the thread', async () => {
  const id = await all.referral(TO_ACKNOWLEDGED)
  expect((await give(id, { question: 'Quel âge a l’enfant ?' })).headers.get('location')).toBe(
    `/inbox/${id}?done=ask`,
  )
  expect(await rowOf(id)).toMatchObject({ state: 'INFO_REQUESTED', due_kind: 'reply' })
})

test('without words there is no question', async () => {
  const id = await all.referral(TO_ACKNOWLEDGED)
  expect((await give(id, { question: ' ' })).headers.get('location')).toContain('/ask?draft=')
  expect((await rowOf(id))?.state).toBe('ACKNOWLEDGED')
})
