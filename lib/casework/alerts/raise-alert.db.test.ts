import { beforeAll, expect, test } from 'vitest'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { alertValues, raised } from '@/lib/testing/factories/alert-values'
import { post } from '@/lib/testing/requests'

let agent: SignedIn
beforeAll(async () => {
  agent = await signedIn('DTM_ENUM', 'MOP')
})

test('an alert belongs to the office of its point, waits from now, and its name is sealed', async () => {
  const id = await raised(raise, agent, { given: 'Kadidiatou', urgency: 'EMERGENCY' })
  const [row] =
    await root()`select office_id, state, round(extract(epoch from due_at - raised_at) / 3600) = 4 as four, identity from app.alerts where id = ${id}`
  expect(row).toMatchObject({ office_id: 'MOP', state: 'NEW', four: true })
  expect(Buffer.from(row?.identity).includes('Kadidiatou')).toBe(false)
})

test('a person who says no name is raised all the same', async () => {
  const id = await raised(raise, agent, { given: '', family: '' })
  expect(await root()`select 1 from app.alerts where id = ${id}`).toHaveLength(1)
})

test.each([
  ['of tomorrow', '1/7/2014'],
  ['older than a month', '1/5/2014'],
])('a day %s brings the form back', async (_, seenOn) => {
  const answer = await post(raise, { as: agent, values: alertValues({ seenOn }) })
  expect(answer.headers.get('location')).toContain('/alerts/new?draft=')
})

test('only an enumerator raises one', async () => {
  const values = alertValues()
  expect((await post(raise, { as: await signedIn('SOCIAL_WORKER', 'MOP'), values })).status).toBe(403)
})
