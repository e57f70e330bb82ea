import { beforeEach, describe, expect, test } from 'vitest'
import { POST as cancelRoute } from '@/app/api/v1/cases/[code]/assistance/[id]/cancel/route'
import { POST as correctRoute } from '@/app/api/v1/cases/[code]/assistance/[id]/correct/route'
import { POST as helpRoute } from '@/app/api/v1/cases/[code]/assistance/route'
import { viewAssistance } from '@/lib/desks/case-file/view-assistance'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type LedCase, ledCase } from '@/lib/testing/factories/led-case'
import { insertTask } from '@/lib/testing/factories/tasks'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let stranger: SignedIn
let one: LedCase

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  stranger = await signedIn('SOCIAL_WORKER', 'MOP')
  one = await ledCase(lead, supervisor)
  await root()`delete from app.assistance where case_id = ${one.id}`
  await root()`update app.cases set first_action_at = null, last_contact_on = null, risk = 'HIGH',
    registered_at = clock.casework_now() where id = ${one.id}`
})

const line = {
  service: 'FOOD_RATION',
  quantity: '15',
  givenOn: '30/6/2014',
  forWhom: 'PERSON',
  donor: 'CERF_PROTECTION',
}
type Values = Record<string, string | string[]>
const send = async (route: Endpoint, values: Values, { id = '', who = lead } = {}) => {
  const answer = await post(route, { as: who, params: { code: one.code, id }, values, json: true })
  return {
    status: answer.status,
    body: (await answer.json()) as { id?: string; error?: { fields: object } },
  }
}
const give = async (values: Values = {}) => {
  const { status, body } = await send(helpRoute, { ...line, ...values })
  expect(status, JSON.stringify(body)).toBe(200)
  return String(body.id)
}
const view = async (who = lead) => {
  const found = await as(who, (ctx) => viewAssistance(ctx as never, one.code))
  if (!('view' in found) || !found.view) throw new Error('no case')
  return found.view
}
const standing = async () => {
  const [row] = await root()`select first_action_at, last_contact_on::text as contact, next_due_kind as due
    from app.cases where id = ${one.id}`
  return { acted: row?.first_action_at !== null, contact: row?.contact, due: row?.due }
}

describe('a correction', () => {
  test('puts the right line in its place, counts it alone, and keeps the old one with who, when and why', async () => {
    const id = await give()
    const { status, body } = await send(
      correctRoute,
      { ...line, quantity: '12', correctReason: 'QUANTITY' },
      { id },
    )
    expect(status).toBe(200)
    const { totals, ended, head, lines } = await view()
    expect(totals).toEqual([{ service: 'FOOD_RATION', unit: 'RATION', quantity: 12 }])
    expect(head.counts.assistance).toBe(1)
    expect(lines).toHaveLength(2)
    expect(ended).toMatchObject([
      {
        id,
        quantity: 15,
        endedReason: 'QUANTITY',
        endedBy: 'SOCIAL_WORKER MOP',
        replacedBy: body.id,
        project: 'Protection',
      },
    ])
    expect((await standing()).acted).toBe(true)
  })

  test('is refused to whoever is not of the team, for another case, and a second time', async () => {
    const id = await give()
    const other = await ledCase(lead, supervisor)
    expect((await send(cancelRoute, { cancelReason: 'TWICE' }, { id, who: stranger })).status).toBe(404)
    expect((await send(cancelRoute, { cancelReason: 'TWICE' }, { id, who: supervisor })).status).toBe(403)
    const elsewhere = await post(cancelRoute, {
      as: lead,
      params: { code: other.code, id },
      values: { cancelReason: 'TWICE' },
      json: true,
    })
    expect(elsewhere.status).toBe(404)
    expect((await send(cancelRoute, { cancelReason: 'TWICE' }, { id })).status).toBe(200)
    expect((await send(cancelRoute, { cancelReason: 'TWICE' }, { id })).status).toBe(403)
    expect((await send(correctRoute, { ...line, correctReason: 'DAY' }, { id })).status).toBe(403)
  })

  test('asks for its reason, and a cancelling takes none of a correction', async () => {
    const id = await give()
    expect((await send(correctRoute, line, { id })).body.error?.fields).toHaveProperty('correctReason')
    expect((await send(cancelRoute, { cancelReason: 'QUANTITY' }, { id })).body.error?.fields).toHaveProperty(
      'cancelReason',
    )
    expect((await view()).ended).toEqual([])
  })
})

describe('help that never was', () => {
  test('was no first action and no contact: both are still to do', async () => {
    const before = await standing()
    expect(before).toMatchObject({ acted: false, contact: null })
    const id = await give()
    expect(await standing()).toMatchObject({ acted: true, contact: '2014-06-30', due: 'follow-up' })
    await send(cancelRoute, { cancelReason: 'NEVER_GIVEN' }, { id })
    expect(await standing()).toMatchObject({ acted: false, contact: null, due: 'first-action' })
  })

  test('was none after a correction of it either; a correction alone moves nothing', async () => {
    const acted = async () =>
      (await root()`select first_action_at as at from app.cases where id = ${one.id}`)[0]?.at
    const id = await give()
    const first = await acted()
    const right = { ...line, givenOn: '29/6/2014', correctReason: 'DAY' }
    const { body } = await send(correctRoute, right, { id })
    expect(await acted()).toEqual(first)
    expect(await standing()).toMatchObject({ contact: '2014-06-29' })
    await send(cancelRoute, { cancelReason: 'NEVER_GIVEN' }, { id: String(body.id) })
    expect(await standing()).toMatchObject({ acted: false, contact: null, due: 'first-action' })
  })

  test('leaves the other help as the first action', async () => {
    const id = await give()
    await give({ service: 'NFI_DIG', quantity: '1', givenOn: '29/6/2014' })
    await send(cancelRoute, { cancelReason: 'NEVER_GIVEN' }, { id })
    expect(await standing()).toMatchObject({ acted: true, contact: '2014-06-29', due: 'follow-up' })
  })

  test('ended no care: it waits again with its hour, unless other help is that care', async () => {
    const tasks = async () =>
      (
        await root()`select kind, state, due_at as due from app.tasks where case_id = ${one.id} and kind = 'CARE_PEP'`
      ).map((row) => ({ ...row }))
    const due = new Date('2014-07-02T08:00:00Z')
    await insertTask({ kind: 'CARE_PEP', subject: { type: 'case', id: one.id }, due })
    const care = { service: 'MED_CMR', quantity: '1', donor: 'CERF' }
    const id = await give(care)
    expect(await tasks()).toMatchObject([{ state: 'DONE' }])
    // Another number of the same care is care all the same.
    const { body } = await send(
      correctRoute,
      { ...line, ...care, quantity: '2', correctReason: 'QUANTITY' },
      { id },
    )
    expect(await tasks()).toMatchObject([{ state: 'DONE' }])
    await send(cancelRoute, { cancelReason: 'OTHER_CASE' }, { id: String(body.id) })
    expect(await tasks()).toEqual([{ kind: 'CARE_PEP', state: 'OPEN', due }])
  })

  test('that a corrected service no longer is waits again too', async () => {
    const due = new Date('2014-07-02T08:00:00Z')
    await insertTask({ kind: 'CARE_PEP', subject: { type: 'case', id: one.id }, due })
    const id = await give({ service: 'MED_CMR', quantity: '1', donor: 'CERF' })
    const consult = { ...line, service: 'MED_CONS', quantity: '1', donor: 'CERF', correctReason: 'SERVICE' }
    expect((await send(correctRoute, consult, { id })).status).toBe(200)
    const rows =
      await root()`select state, outcome, done_by, due_at as due from app.tasks where case_id = ${one.id} and kind = 'CARE_PEP'`
    expect(rows.map((row) => ({ ...row }))).toEqual([{ state: 'OPEN', outcome: null, done_by: null, due }])
  })
})
