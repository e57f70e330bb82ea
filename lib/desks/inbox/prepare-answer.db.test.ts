import { beforeAll, expect, test } from 'vitest'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACKNOWLEDGED, TO_SENT } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { prepareAnswer } from './prepare-answer'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

const prepare = (id: string, answer: 'accept' | 'complete', who = all.agency) =>
  reading(who, (ctx) => prepareAnswer(ctx, id, { answer, query: {} }))

test('the page of an answer knows what it is about and opens nothing of the second slip', async () => {
  const id = await all.referral(TO_ACKNOWLEDGED)
  const found = await prepare(id, 'accept')
  expect(found).toMatchObject({ view: { ended: false, id, service: 'CP_BIA', state: 'ACKNOWLEDGED' } })
  expect(JSON.stringify(found)).not.toMatch(/payload|name/)
})

test('an answer before its time is refused, what has ended is a stub, and another agency’s is not there', async () => {
  const id = await all.referral(TO_SENT)
  expect(await prepare(id, 'complete')).toMatchObject({ refused: 'referral-NOT_IN_STATE' })
  expect(await prepare(id, 'accept', all.other)).toEqual({ missing: { type: 'referral', id } })
  await post(cancel, { as: all.supervisor, params: { id }, values: { cancelReason: 'NEED_MET' } })
  expect(await prepare(id, 'accept')).toMatchObject({ view: { ended: true }, detail: { reads: 'STUB' } })
})
