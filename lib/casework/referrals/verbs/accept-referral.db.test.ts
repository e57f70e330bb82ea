import { beforeAll, expect, test } from 'vitest'
import { POST as press } from '@/app/api/v1/inbox/[id]/accept/route'
import { prepareSlip } from '@/lib/desks/referral/prepare-verb'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACKNOWLEDGED } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
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

test('a yes with a day makes a task: tell the person when and where', async () => {
  const id = await all.referral(TO_ACKNOWLEDGED)
  const answer = await give(id, { expectedOn: '3/7/2014', note: 'Demander Awa au portail' })
  expect(answer.headers.get('location')).toBe(`/inbox/${id}?done=accept`)
  expect(await rowOf(id)).toMatchObject({ state: 'ACCEPTED' })
  expect(await tasksOf(id)).toEqual(['TELL_PERSON'])
  const kept =
    await root()`select party from app.referral_messages where referral_id = ${id} and author_id = ${all.agency.id}`
  expect(kept).toMatchObject([{ party: 'partner' }])
})

test('a yes without a day makes the same task: ask for a day and tell the person', async () => {
  const id = await all.referral(TO_ACKNOWLEDGED)
  await give(id)
  expect(await tasksOf(id)).toEqual(['TELL_PERSON'])
  const slip = await reading(all.lead, (ctx) => prepareSlip(ctx, id, {}))
  expect(slip).toMatchObject({ view: { expectedOn: null } })
})

test.each(['29/6/2014', '30/6/2016'])(
  'a day that cannot be meant (%s) brings the form back',
  async (expectedOn) => {
    const id = await all.referral(TO_ACKNOWLEDGED)
    expect((await give(id, { expectedOn })).headers.get('location')).toContain(`/inbox/${id}/accept?draft=`)
    expect((await rowOf(id))?.state).toBe('ACKNOWLEDGED')
  },
)
