import { beforeAll, expect, test } from 'vitest'
import { POST as help } from '@/app/api/v1/cases/[code]/assistance/route'
import { POST as close } from '@/app/api/v1/referrals/[id]/close-unserved/route'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_NOT_ACCESSED } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

const end = async (id: string, follow: string) =>
  (
    await post(close, {
      as: all.lead,
      params: { id },
      values: { unservedReason: 'NO_OTHER_SERVICE', follow },
      json: true,
    })
  ).status
const promised = async (id: string) =>
  (
    await root()`select state, reason, outcome, round(extract(epoch from due_at - opened_at) / 3600)::integer as hours
      from app.tasks where subject_id = ${id} and kind = 'PROMISED'`
  ).map((row) => ({ ...row }))
const caseOf = async (id: string) =>
  String(
    (
      await root()`select c.code from app.referrals r join app.cases c on c.id = r.case_id where r.id = ${id}`
    )[0]?.code,
  )

test('the help promised in place of a service is work with a clock until it is given', async () => {
  const id = await all.referral(TO_NOT_ACCESSED)
  expect(await end(id, 'DIRECT_HELP')).toBe(200)
  expect(await promised(id)).toMatchObject([{ state: 'OPEN', reason: 'DIRECT_HELP', outcome: null }])
  const values = {
    service: 'FOOD_RATION',
    quantity: '1',
    givenOn: '30/6/2014',
    forWhom: 'PERSON',
    donor: 'CERF',
  }
  await post(help, { as: all.lead, params: { code: await caseOf(id) }, values })
  expect(await promised(id)).toMatchObject([{ state: 'DONE', outcome: 'DIRECT_HELP' }])
})

test('another referral that was promised is kept by handing one in, not by help', async () => {
  const id = await all.referral(TO_NOT_ACCESSED)
  expect(await end(id, 'OTHER_REFERRAL')).toBe(200)
  const values = {
    service: 'FOOD_RATION',
    quantity: '1',
    givenOn: '30/6/2014',
    forWhom: 'PERSON',
    donor: 'CERF',
  }
  await post(help, { as: all.lead, params: { code: await caseOf(id) }, values })
  expect(await promised(id)).toMatchObject([{ state: 'OPEN', reason: 'OTHER_REFERRAL' }])
})

test('who wants nothing is promised nothing', async () => {
  const id = await all.referral(TO_NOT_ACCESSED)
  expect(await end(id, 'NOTHING_WANTED')).toBe(200)
  expect(await promised(id)).toEqual([])
})
