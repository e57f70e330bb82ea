import { beforeAll, describe, expect, test } from 'vitest'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as consent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as hold } from '@/app/api/v1/cases/[code]/hold/route'
import { POST as reopen } from '@/app/api/v1/cases/[code]/reopen/route'
import { POST as resume } from '@/app/api/v1/cases/[code]/resume/route'
import { POST as giveBack } from '@/app/api/v1/cases/[code]/return-closure/route'
import { POST as withdraw } from '@/app/api/v1/cases/[code]/withdraw/route'
import { POST as seen } from '@/app/api/v1/tasks/[id]/seen/route'
import { presenting, type SignedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import {
  type Around,
  around,
  goalsMet,
  openCaseOf,
  openTasks,
  send,
  stateOf,
  taskId,
} from '@/lib/testing/factories/open-case'
import { post } from '@/lib/testing/requests'

let all: Around
let lead: SignedIn
let supervisor: SignedIn
let other: SignedIn
beforeAll(async () => {
  all = await around()
  ;({ lead, supervisor, other } = all)
})
const aCase = (states: readonly string[] = [], risk?: string) => openCaseOf(all, states, risk)

describe('a case that waits', () => {
  test('rests its clocks until the day, which is a task of the team, and goes on from where they rested', async () => {
    const { id, code } = await aCase()
    const values = { holdReason: 'TRAVELLING', reviewOn: '20/7/2014' }
    expect((await send(hold, lead, code, values)).headers.get('location')).toBe(`/cases/${code}?done=held`)
    expect(await stateOf(id)).toMatchObject({
      state: 'ON_HOLD',
      hold_until: '2014-07-20',
      last_reason: 'TRAVELLING',
      next_due_at: null,
    })
    expect(await openTasks(id)).toEqual(['REVIEW_HOLD'])
    await root()`update app.case_events set at = at - interval '10 days' where case_id = ${id} and verb = 'hold'`
    expect((await send(resume, lead, code)).status).toBe(303)
    const after = await stateOf(id)
    expect(after).toMatchObject({ state: 'OPEN', hold_until: null, last_reason: null })
    expect(after?.next_due_at).toBeInstanceOf(Date)
    expect(await openTasks(id)).toEqual([])
  })

  test('waits no longer than its reason allows, and not since yesterday', async () => {
    const { id, code } = await aCase()
    for (const reviewOn of ['1/12/2014', '30/6/2014']) {
      const answer = await send(hold, lead, code, { holdReason: 'TEAM_SAFETY', reviewOn })
      expect(answer.headers.get('location')).toContain('draft=')
    }
    expect(await stateOf(id)).toMatchObject({ state: 'OPEN' })
  })

  test('of high risk is looked at by a supervisor', async () => {
    const { id, code } = await aCase([], 'HIGH')
    await send(hold, lead, code, { holdReason: 'HOSPITAL', reviewOn: '5/7/2014' })
    expect(await openTasks(id)).toEqual(['REVIEW_HOLD', 'SEE_HOLD'])
    expect((await post(seen, { as: supervisor, params: { id: await taskId(id, 'SEE_HOLD') } })).status).toBe(
      303,
    )
    expect(await openTasks(id)).toEqual(['REVIEW_HOLD'])
  })
})

describe('a case opened again', () => {
  const closed = async (states: readonly string[] = []) => {
    const found = await aCase(states)
    const left = found.referrals.map((one) => `${one}:GOES_ON`)
    await send(askClosure, lead, found.code, { ...goalsMet, left })
    await send(close, supervisor, found.code)
    return found
  }

  test('keeps its code and begins its clocks again, by its lead or a supervisor, with a reason', async () => {
    const { id, code, referrals } = await closed(['ACCEPTED'])
    expect((await send(reopen, other, code, { reopenReason: 'CAME_BACK' })).status).toBe(403)
    expect((await send(reopen, lead, code, {})).headers.get('location')).toContain('draft=')
    expect((await send(reopen, lead, code, { reopenReason: 'CAME_BACK' })).headers.get('location')).toBe(
      `/cases/${code}?done=reopened`,
    )
    const now = await stateOf(id)
    expect(now).toMatchObject({ state: 'OPEN', closure_reason: null, erase_on: null, retention_class: null })
    expect(now?.next_due_at).toBeInstanceOf(Date)
    const [asked] =
      await root()`select due_kind, due_at from app.referrals where id = ${String(referrals[0])}`
    expect(asked).toMatchObject({ due_kind: 'feedback', due_at: expect.any(Date) })
    const events = await root()`select verb, reason from app.case_events where case_id = ${id} order by id`
    expect(events.slice(-3).map(({ verb, reason }) => [verb, reason])).toEqual([
      ['ask-closure', 'GOALS_MET'],
      ['close', 'GOALS_MET'],
      ['reopen', 'CAME_BACK'],
    ])
  })

  test('after a withdrawal only on a new yes', async () => {
    const { id, code } = await aCase()
    await send(withdraw, lead, code, { withdrawReason: 'NOT_SAID' })
    await send(close, supervisor, code)
    for (const who of [lead, supervisor])
      expect((await send(reopen, who, code, { reopenReason: 'CAME_BACK' })).status).toBe(409)
    const again = {
      purpose: 'CASE_MGMT',
      answer: 'GIVEN',
      giver: 'SELF',
      mode: 'SIGN',
      language: 'fra',
      capacity: 'CAN',
    }
    const answer = await send(consent, lead, code, again)
    expect(answer.headers.get('location')).toContain('done=consent')
    expect((await send(reopen, lead, code, { reopenReason: 'CAME_BACK' })).status).toBe(303)
    expect(await stateOf(id)).toMatchObject({ state: 'OPEN' })
  })

  test('and where the yes came before the end, it is given back and not closed, whatever page was open', async () => {
    const { id, code } = await aCase()
    await send(withdraw, lead, code, { withdrawReason: 'NOT_SAID' })
    const again = { purpose: 'CASE_MGMT', answer: 'GIVEN', giver: 'SELF', mode: 'SIGN', language: 'fra' }
    expect((await send(consent, lead, code, again)).headers.get('location')).toContain('done=consent')
    const closed = await post(close, { as: supervisor, params: { code }, json: true })
    expect(await closed.json()).toMatchObject({ error: { reason: 'case-wanted-again' } })
    expect(await stateOf(id)).toMatchObject({ state: 'PENDING_CLOSURE' })
    await expect(
      presenting(
        raw('web'),
        supervisor.token,
        (
          tx,
        ) => tx`update app.cases set state = 'CLOSED', version = version + 1, last_verb = 'close', last_party = 'supervisor',
          last_actor_id = ${supervisor.id}, retention_class = 'WITHDRAWN', erase_on = (clock.casework_now())::date + 30 where id = ${id}`,
      ),
    ).rejects.toThrow()
    expect((await send(giveBack, supervisor, code)).status).toBe(303)
    expect(await stateOf(id)).toMatchObject({ state: 'OPEN', closure_reason: null })
  })
})
