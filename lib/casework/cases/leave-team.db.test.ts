import { expect, test } from 'vitest'
import { POST as remove } from '@/app/api/v1/cases/[code]/team/remove/route'
import { POST as add } from '@/app/api/v1/cases/[code]/team/route'
import { signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { registered } from '@/lib/testing/factories/registered'
import { post } from '@/lib/testing/requests'

test('a member goes off the team by themselves: the log names it, and the case is out of their reach', async () => {
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const member = await signedIn('LAWYER', 'MOP')
  const { code, id } = await registered(lead, { given: 'Fanta', family: 'Koné' })
  const values = { colleague: member.id }
  expect((await post(add, { as: lead, params: { code }, values })).status).toBe(303)
  const left = await post(remove, { as: member, params: { code }, values })
  expect(left.headers.get('location')).toBe('/cases?done=left')
  const [line] = await root()`select actor_id, outcome from audit.events
    where case_id = ${id} and action = 'case.remove-colleague'`
  expect(line).toEqual({ actor_id: member.id, outcome: 'done' })
  expect((await post(remove, { as: member, params: { code }, values })).status).toBe(404)
})
