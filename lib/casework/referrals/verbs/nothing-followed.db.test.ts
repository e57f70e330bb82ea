import { beforeAll, expect, test } from 'vitest'
import { POST as start } from '@/app/api/v1/cases/[code]/refer/route'
import { POST as decline } from '@/app/api/v1/inbox/[id]/decline/route'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACKNOWLEDGED } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

const asked = async (id: string) =>
  (
    await root()`select state, due_at, reason from app.tasks where subject_id = ${id} and kind = 'NEXT_STEP'`
  )[0]

async function declined(): Promise<{ id: string; code: string }> {
  const id = await all.referral(TO_ACKNOWLEDGED)
  await post(decline, { as: all.agency, params: { id }, values: { decline: 'NO_CAPACITY', why: '' } })
  const [row] =
    await root()`select c.code from app.referrals r join app.cases c on c.id = r.case_id where r.id = ${id}`
  return { id, code: String(row?.code) }
}

/** Begins the next one; answers its id. */
async function begun({ id, code }: { id: string; code: string }): Promise<string> {
  const yes = { answer: 'GIVEN', giver: 'SELF', mode: 'VERBAL_PHONE', language: 'ses' }
  const values = { ...yes, service: 'CP_BIA', previous: id }
  await post(start, { as: all.lead, params: { code }, values })
  const [row] =
    await root()`select id from app.referrals where previous_id = ${id} and state = 'DRAFT' order by last_at desc limit 1`
  return String(row?.id)
}

async function stopped(id: string): Promise<void> {
  const [row] = await root()`select version from app.referrals where id = ${id}`
  const values = { cancelReason: 'MISTAKE', comment: '', _version: String(row?.version) }
  const answer = await post(cancel, { as: all.lead, params: { id }, values })
  expect(answer.headers.get('location')).toBe(`/referrals/${id}?done=cancel-unsent`)
}

test('a next one that was stopped before it left answered nothing: the step is asked for again, due when it was', async () => {
  const before = await declined()
  const first = await asked(before.id)
  expect(first?.state).toBe('OPEN')
  const next = await begun(before)
  expect((await asked(before.id))?.state).toBe('DONE')
  await stopped(next)
  expect(await asked(before.id)).toEqual(first)
})

test('nothing is asked again while another one follows', async () => {
  const before = await declined()
  const [one, two] = [await begun(before), await begun(before)]
  expect(one).not.toBe(two)
  await stopped(one)
  expect((await asked(before.id))?.state).toBe('DONE')
  await stopped(two)
  expect((await asked(before.id))?.state).toBe('OPEN')
})
