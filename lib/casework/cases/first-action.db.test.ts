import { beforeEach, expect, test } from 'vitest'
import { POST as help } from '@/app/api/v1/cases/[code]/assistance/route'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { translator } from '@/lib/base/i18n/translate'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { nextThings } from '@/lib/desks/case-file/next-things'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'
import { pressingDue } from './due'

let lead: SignedIn
let id: string
let code: string

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const spec = ordinaryCase(lead.id, [])
  id = spec.id
  await insertCases([spec])
  await makeReadable(id)
  await root()`update app.cases set opened_at = clock.casework_now() - interval '1 hour', registered_at = clock.casework_now(),
    risk = 'HIGH', last_contact_on = clock.casework_now()::date where id = ${id}`
  code = String((await root()`select code from app.cases where id = ${id}`)[0]?.code)
})

const firstAt = async () =>
  (await root()`select first_action_at as at from app.cases where id = ${id}`)[0]?.at
const toDo = () =>
  as(lead, async (ctx) => {
    const found = await viewCase({ ...ctx, t: translator('fr') }, code)
    if (!('view' in found)) throw new Error('no case')
    const { record } = found.view.head.reach
    const due = pressingDue(record, ctx.actor.now)
    return nextThings(
      { ...record, due, referrals: found.view.referrals, tasks: [], unfinished: 0 },
      ctx.actor.now,
    )
  })

test('a person just registered still waits for the first action, and the file says so', async () => {
  expect(await toDo()).toMatchObject([{ key: 'cases.next.act', dueKind: 'first-action' }])
})

test('a note is no action; a meeting since the person was reported is', async () => {
  const note = { compartment: 'TEAM', body: 'Vue' }
  await post(addNote, { as: lead, params: { code }, values: note })
  await post(addNote, { as: lead, params: { code }, values: { ...note, metOn: '28/6/2014' } })
  expect(await firstAt()).toBeNull()
  await post(addNote, { as: lead, params: { code }, values: { ...note, metOn: '30/6/2014' } })
  expect(await firstAt()).not.toBeNull()
})

test('help is an action, once, and the file asks for contact from then on', async () => {
  const values = {
    service: 'FOOD_RATION',
    quantity: '1',
    givenOn: '30/6/2014',
    forWhom: 'PERSON',
    donor: 'CERF',
  }
  expect((await post(help, { as: lead, params: { code }, values })).headers.get('location')).toContain(
    'done=',
  )
  const first = await firstAt()
  expect(first).not.toBeNull()
  expect(await toDo()).toMatchObject([{ key: 'cases.next.contact', dueKind: 'follow-up' }])
  await post(help, { as: lead, params: { code }, values })
  expect(await firstAt()).toEqual(first)
})

test('nobody claims it for another time, in raw SQL either', async () => {
  const claim = (at: string) =>
    presenting(raw('web'), lead.token, (tx) =>
      tx.unsafe(`update app.cases set first_action_at = ${at}, version = version + 1 where id = '${id}'`),
    )
  await expect(claim("timestamptz '2014-06-01'")).rejects.toThrow()
  await claim('clock.casework_now()')
  await expect(claim('clock.casework_now()')).rejects.toThrow()
  await expect(claim('null')).rejects.toThrow()
})
