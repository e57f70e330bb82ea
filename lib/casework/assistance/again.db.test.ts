import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as helpRoute } from '@/app/api/v1/cases/[code]/assistance/route'
import { POST as addMember } from '@/app/api/v1/cases/[code]/household/add/route'
import { prepareAssistance } from '@/lib/desks/case-file/prepare-assistance'
import { viewAssistance } from '@/lib/desks/case-file/view-assistance'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type LedCase, ledCase } from '@/lib/testing/factories/led-case'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let one: LedCase
let ids: { person: string; child: string; baby: string }

beforeAll(async () => {
  await root().begin(async (tx) => {
    await tx`select set_config('relais.maintenance', 'on', true)`
    await tx`insert into app.projects (id, donor, name, from_on, until_on) values
      ('CERF_LAST_YEAR', 'CERF', 'Protection 2013', '2013-04-01', '2013-12-31'),
      ('OFDA_NEXT', 'OFDA', 'AME 2014', '2014-06-30', '2014-12-31')`
  })
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
})

beforeEach(async () => {
  one = await ledCase(lead, await signedIn('SUPERVISOR', 'MOP'))
  await root()`delete from app.assistance where case_id = ${one.id}`
  await root()`update app.people set household_size = 4 where case_id = ${one.id}`
  const add = async (memberAge: string, memberSex: string) =>
    (
      await post(addMember, {
        as: lead,
        params: { code: one.code },
        values: { memberAge, memberSex, memberRole: 'CHILD' },
        json: true,
      })
    ).status
  expect([await add('8', 'M'), await add('1', 'F')]).toEqual([200, 200])
  const added =
    await root()`select id from app.people where case_id = ${one.id} and standing = 'HOUSEHOLD' order by birth_year`
  const [principal] =
    await root()`select id from app.people where case_id = ${one.id} and standing = 'PRINCIPAL'`
  ids = { person: String(principal?.id), child: String(added[0]?.id), baby: String(added[1]?.id) }
})

const line = { service: 'NFI_DIG', quantity: '1', givenOn: '30/6/2014', forWhom: 'PERSON', donor: 'CERF' }
const give = async (values: Record<string, string | string[]> = {}) => {
  const answer = await post(helpRoute, {
    as: lead,
    params: { code: one.code },
    values: { ...line, ...values },
    json: true,
  })
  return answer.status === 200 ? {} : ((await answer.json()) as { error: { fields: object } }).error.fields
}
const rows = async () =>
  (
    await root()`select service, for_whom as whom, for_people as people, reached, donor, project_id as project
      from app.assistance where case_id = ${one.id} order by recorded_at`
  ).map((row) => ({ ...row }))

describe('whom help was for', () => {
  test('is kept by line of the household, and how many it reached is worked out', async () => {
    expect(await give()).toEqual({})
    expect(await give({ service: 'FOOD_RATION', quantity: '60', forWhom: 'HOUSEHOLD' })).toEqual({})
    expect(
      await give({ service: 'NFI_CLOTH', quantity: '2', forWhom: 'CHOSEN', members: [ids.child, ids.baby] }),
    ).toEqual({})
    expect(await rows()).toMatchObject([
      { whom: 'PERSON', people: [ids.person], reached: 1 },
      { whom: 'HOUSEHOLD', people: [ids.person, ...[ids.child, ids.baby].sort()], reached: 4 },
      { whom: 'CHOSEN', people: [ids.child, ids.baby].sort(), reached: 2 },
    ])
    const found = await as(lead, (ctx) => viewAssistance(ctx as never, one.code))
    const { reached } = 'view' in found && found.view ? found.view : { reached: undefined }
    expect(reached?.people.toSorted()).toEqual(Object.values(ids).sort())
    expect(reached?.unlisted).toBe(1)
  })

  test('is asked again where nobody was chosen, and is nobody of another household', async () => {
    expect(await give({ forWhom: 'CHOSEN' })).toEqual({ members: 'required' })
    const [stranger] = await root()`select id from app.people where case_id <> ${one.id} limit 1`
    expect(await give({ forWhom: 'CHOSEN', members: [ids.child, String(stranger?.id)] })).toEqual({
      members: 'required',
    })
    expect(await rows()).toEqual([])
  })

  test('is asked again where people are ticked that the answer leaves out', async () => {
    expect(await give({ members: [ids.child] })).toEqual({ members: 'unclear' })
    expect(await give({ forWhom: 'HOUSEHOLD', members: [ids.child] })).toEqual({ members: 'unclear' })
    expect(await give({ members: [ids.person] })).toEqual({})
  })
})

describe('the page asks again', () => {
  test('at more than so many people use, and takes it once it is said to be so', async () => {
    expect(await give({ quantity: '3' })).toEqual({ quantity: 'much' })
    expect(await give({ service: 'NFI_KIT', quantity: '2', forWhom: 'HOUSEHOLD' })).toEqual({
      quantity: 'much',
    })
    expect(await give({ quantity: '3', sure: 'on' })).toEqual({})
  })

  test('at the same help on the same day for the same people, and not for others or another day', async () => {
    expect(await give()).toEqual({})
    expect(await give()).toEqual({ service: 'again' })
    expect(await give({ forWhom: 'CHOSEN', members: [ids.child] })).toEqual({})
    expect(await give({ givenOn: '29/6/2014' })).toEqual({})
    expect(await give({ service: 'NFI_HYG' })).toEqual({})
    expect(await give({ again: 'on' })).toEqual({})
    expect(await rows()).toHaveLength(5)
  })

  test('both at once, and nothing is written until both are answered', async () => {
    expect(await give()).toEqual({})
    expect(await give({ quantity: '3' })).toEqual({ quantity: 'much', service: 'again' })
    expect(await give({ quantity: '3', sure: 'on' })).toEqual({ service: 'again' })
    expect(await rows()).toHaveLength(1)
  })
})

describe('a project', () => {
  test('belongs to its donor, and is taken and offered on its own days only', async () => {
    expect(await give({ donor: 'OFDA_NEXT' })).toEqual({})
    expect(await rows()).toMatchObject([{ donor: 'OFDA', project: 'OFDA_NEXT' }])
    expect(await give({ donor: 'OFDA_NEXT', givenOn: '29/6/2014' })).toEqual({ donor: 'not-running' })
    expect(await give({ donor: 'CERF_LAST_YEAR', again: 'on' })).toEqual({ donor: 'not-running' })
    expect(await give({ donor: 'NOBODY', again: 'on' })).toEqual({ donor: 'not-running' })
    const found = await as(lead, (ctx) => prepareAssistance(ctx as never, one.code, { kind: 'NFI' }))
    const projects = 'view' in found && found.view ? found.view.projects.map(({ id }) => id) : []
    expect(projects).toContain('OFDA_NEXT')
    expect(projects).not.toContain('CERF_LAST_YEAR')
  })
})

test('the last line of a kind is offered again with today’s day, whatever kind was given since', async () => {
  expect(await give({ givenOn: '29/6/2014', donor: 'OFDA_PROTECTION' })).toEqual({})
  expect(await give({ service: 'COUN_IND' })).toEqual({})
  const found = await as(lead, (ctx) => prepareAssistance(ctx as never, one.code, { kind: 'NFI' }))
  const last = 'view' in found ? found.view?.last : undefined
  expect(last).toMatchObject({ service: 'NFI_DIG', projectId: 'OFDA_PROTECTION' })
  // Of what the office gave last.
  expect('view' in found && found.view?.usual).toContain('COUN_IND')
  const filled = await as(lead, (ctx) => prepareAssistance(ctx as never, one.code, { copy: last?.id }))
  expect('view' in filled && filled.view).toMatchObject({ kind: 'NFI', from: { id: last?.id } })
})
