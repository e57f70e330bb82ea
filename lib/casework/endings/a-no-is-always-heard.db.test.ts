import { beforeAll, expect, test } from 'vitest'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as answer } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as restrict } from '@/app/api/v1/cases/[code]/restrict/route'
import { POST as withdraw } from '@/app/api/v1/cases/[code]/withdraw/route'
import { POST as takeBack } from '@/app/api/v1/consents/[id]/withdraw/route'
import { presenting } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { type Around, around, goalsMet, openCaseOf, send, stateOf } from '@/lib/testing/factories/open-case'
import { registered } from '@/lib/testing/factories/registered'
import { post } from '@/lib/testing/requests'

let all: Around
beforeAll(async () => {
  all = await around()
})

test('who takes their yes back before anybody rated the risk is heard: the file only waits to be closed', async () => {
  const { lead, supervisor } = all
  const { code, id } = await registered(lead, { given: 'Fanta', family: 'Koné' })
  const said = await send(withdraw, lead, code, { withdrawReason: 'NOT_SAID' })
  expect(said.headers.get('location')).toBe(`/cases/${code}?done=withdrawn`)
  expect(await stateOf(id)).toMatchObject({ state: 'PENDING_CLOSURE', closure_reason: 'CONSENT_WITHDRAWN' })
  expect((await send(close, supervisor, code)).status).toBe(303)
  expect(await stateOf(id)).toMatchObject({ state: 'CLOSED', erase_on: '2014-07-30' })
})

test('who takes back that they may be called is heard after the file was closed, and nothing else is written then', async () => {
  const { lead, supervisor } = all
  const { code, id } = await openCaseOf(all)
  const yes = {
    purpose: 'CONTACT',
    answer: 'GIVEN',
    giver: 'SELF',
    mode: 'SIGN',
    language: 'fra',
    capacity: 'CAN',
  }
  expect((await send(answer, lead, code, yes)).headers.get('location')).toContain('done=consent')
  await send(askClosure, lead, code, goalsMet)
  await send(close, supervisor, code)
  const [given] = await root()`select id from app.consents where case_id = ${id} and purpose = 'CONTACT'`
  const values = { code, withdrawReason: 'NOT_SAID' }
  expect((await post(takeBack, { as: lead, params: { id: String(given?.id) }, values })).status).toBe(303)
  const [now] = await root()`select state, do_not_contact as silent from app.cases where id = ${id}`
  expect(now).toEqual({ state: 'CLOSED', silent: true })
  const besides = presenting(
    raw('web'),
    lead.token,
    (tx) =>
      tx`update app.cases set do_not_contact = true, last_contact_on = '2014-06-29', version = version + 1 where id = ${id}`,
  )
  await expect(besides).rejects.toThrow(/no longer worked on/)
})

test('who says no before the file is registered is heard also where it was restricted meanwhile: nothing stays', async () => {
  const { lead, supervisor } = all
  const { code, id } = await registered(lead, { given: 'Fanta', family: 'Koné' })
  await send(restrict, lead, code, { supervisors: supervisor.id, restrictReason: 'KNOWN_HERE' })
  const said = await send(answer, lead, code, { purpose: 'CASE_MGMT', answer: 'REFUSED' })
  expect(said.headers.get('location')).toBe('/cases/new/no')
  expect(await root()`select from app.cases where id = ${id}`).toHaveLength(0)
})
