import type { TransactionSql } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { POST as press } from '@/app/api/v1/inbox/[id]/decline/route'
import { presenting } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACKNOWLEDGED } from '@/lib/testing/factories/walk'
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

test('after a no the partner reads nothing of it any more, and we owe a next step', async () => {
  const id = await all.referral(TO_ACKNOWLEDGED)
  const answer = await give(id, { decline: 'NO_CAPACITY', why: '' })
  expect(answer.headers.get('location')).toBe(`/inbox/${id}?done=decline`)
  expect(await rowOf(id)).toMatchObject({ state: 'DECLINED', reason: 'NO_CAPACITY' })
  const left = (tx: TransactionSql) => tx`select 1 from app.shares where referral_id = ${id}`
  expect(await presenting(raw('partner'), all.agency.token, left)).toEqual([])
  expect(await tasksOf(id)).toEqual(['NEXT_STEP'])
})

test('"other" says which, and no reason is no answer', async () => {
  const id = await all.referral(TO_ACKNOWLEDGED)
  for (const values of [{ decline: 'OTHER', why: '' }, {}, { decline: 'BECAUSE' }])
    expect((await give(id, values)).headers.get('location')).toContain('/decline?draft=')
  expect((await rowOf(id))?.state).toBe('ACKNOWLEDGED')
})
