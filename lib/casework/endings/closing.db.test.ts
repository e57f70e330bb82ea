import { beforeAll, describe, expect, test } from 'vitest'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as returnClosure } from '@/app/api/v1/cases/[code]/return-closure/route'
import { POST as withdraw } from '@/app/api/v1/cases/[code]/withdraw/route'
import { POST as done } from '@/app/api/v1/tasks/[id]/done/route'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { prepareClose } from '@/lib/desks/case-file/prepare-closing'
import { viewQueue } from '@/lib/desks/queue/view-queue'
import type { SignedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { lostFromSight } from '@/lib/testing/factories/follow-ups'
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
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let all: Around
let lead: SignedIn
let supervisor: SignedIn
beforeAll(async () => {
  all = await around()
  ;({ lead, supervisor } = all)
})
const aCase = (states: readonly string[] = [], risk?: string) => openCaseOf(all, states, risk)

describe('a closing', () => {
  test('is held back by what is open, unless it is left with a reason; what never left is settled first', async () => {
    const { id, code, referrals } = await aCase(['ACCEPTED', 'COMPLETED', 'DRAFT'])
    const [accepted, completed, draft] = referrals
    expect((await send(askClosure, lead, code, goalsMet)).headers.get('location')).toContain('draft=')
    const leftTwo = { ...goalsMet, left: [`${accepted}:GOES_ON`, `${completed}:NOT_REACHED`] }
    expect((await send(askClosure, lead, code, leftTwo)).headers.get('location')).toContain('draft=')
    const all = { ...goalsMet, left: [...leftTwo.left, `${draft}:NOT_WANTED`] }
    expect((await send(askClosure, lead, code, all)).headers.get('location')).toContain('draft=')
    expect(await stateOf(id)).toMatchObject({ state: 'OPEN' })
    await root()`update app.referrals set state = 'CANCELLED', version = version + 1, last_verb = 'cancel', last_party = 'author',
      reason = 'MISTAKE' where id = ${String(draft)}`
    expect((await send(askClosure, lead, code, leftTwo)).headers.get('location')).toBe(
      `/cases/${code}?done=closure-asked`,
    )
    expect(await stateOf(id)).toMatchObject({ state: 'PENDING_CLOSURE', closure_reason: 'GOALS_MET' })
  })

  test('asks for what its reason wants checked, and for words where there is no other reason', async () => {
    const { id, code } = await aCase()
    const answers = [
      await send(askClosure, lead, code, { ...goalsMet, evidence: 'SAFETY_CHECK' }),
      await send(askClosure, lead, code, {
        ...goalsMet,
        closureReason: 'OTHER',
        evidence: 'WORDS_REQUIRED',
        words: '',
      }),
      await send(askClosure, lead, code, {
        ...goalsMet,
        closureReason: 'TURNED_18',
        evidence: ['ADULT_PLAN_OR_SERVICE', 'OWN_CONSENT_ASKED'],
      }),
      await send(askClosure, lead, code, { ...goalsMet, closureReason: 'CONSENT_WITHDRAWN' }),
    ]
    for (const answer of answers) expect(answer.headers.get('location')).toContain('draft=')
    expect(await stateOf(id)).toMatchObject({ state: 'OPEN' })
  })

  test('stands in the supervisor’s queue, is read with what was said, and ends with a day of erasure', async () => {
    const { id, code, referrals } = await aCase(['ACCEPTED'])
    await send(askClosure, lead, code, { ...goalsMet, left: `${referrals[0]}:GOES_ON` })
    const { view } = await reading(supervisor, (ctx) => viewQueue(ctx, { kind: 'close' }))
    expect(view.rows.map((row) => row.code)).toContain(code)
    const found = await reading(supervisor, (ctx) => prepareClose(ctx, code, {}))
    expect(found).toMatchObject({
      view: {
        holding: [],
        kept: { class: 'STANDARD', eraseOn: '2016-06-30' },
        said: { told: 'YES', words: 'Elle vit chez sa sœur.', left: [{ why: 'GOES_ON' }] },
      },
    })
    expect((await send(close, lead, code)).status).toBe(403)
    expect((await send(close, supervisor, code)).status).toBe(303)
    expect(await stateOf(id)).toMatchObject({
      state: 'CLOSED',
      erase_on: '2016-06-30',
      retention_class: 'STANDARD',
    })
    const [left] = await root()`select state, due_at from app.referrals where id = ${String(referrals[0])}`
    expect(left).toEqual({ state: 'ACCEPTED', due_at: null })
  })

  test('that comes up against something new is not decided before it is settled', async () => {
    const { code, id } = await aCase()
    await send(askClosure, lead, code, goalsMet)
    await root()`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity)
      values ('HARM', 'case', ${id}, ${id}, 'MOP', 'S3')`
    expect((await send(close, supervisor, code)).status).toBe(403)
    expect(await stateOf(id)).toMatchObject({ state: 'PENDING_CLOSURE' })
  })

  test('for lost contact is decided by somebody who read the risk', async () => {
    const { id, code } = await aCase()
    await lostFromSight(id, lead.id)
    await send(askClosure, lead, code, {
      ...goalsMet,
      closureReason: 'LOST_CONTACT',
      evidence: 'THREE_ATTEMPTS_TWO_WAYS_30_DAYS',
      personTold: 'NOT_REACHED',
    })
    expect((await send(close, supervisor, code)).headers.get('location')).toContain('draft=')
    expect((await send(close, supervisor, code, { seen: 'on' })).status).toBe(303)
    expect(await stateOf(id)).toMatchObject({ state: 'CLOSED' })
  })

  test('comes back with words that the team alone and the supervisor read, and a task of the lead', async () => {
    const { id, code } = await aCase()
    await send(askClosure, lead, code, goalsMet)
    expect((await send(returnClosure, supervisor, code, {})).headers.get('location')).toContain('draft=')
    const answer = await send(returnClosure, supervisor, code, { comment: 'Revoir le plan de sécurité.' })
    expect(answer.headers.get('location')).toBe(`/cases/${code}?done=closure-returned`)
    expect(await stateOf(id)).toMatchObject({ state: 'OPEN', closure_reason: null })
    expect(await openTasks(id)).toEqual(['CLOSURE_RETURNED'])
    const file = await reading(lead, (ctx) => viewCase(ctx, code))
    expect(file).toMatchObject({ view: { returned: { words: 'Revoir le plan de sécurité.' } } })
    const [row] =
      await root()`select encode(comment, 'escape') as kept from app.case_closings where case_id = ${id}`
    expect(row?.kept).not.toContain('Revoir')
    expect(
      (await post(done, { as: lead, params: { id: await taskId(id, 'CLOSURE_RETURNED') } })).status,
    ).toBe(303)
    expect(await openTasks(id)).toEqual([])
    expect((await send(askClosure, lead, code, goalsMet)).headers.get('location')).toContain(
      'done=closure-asked',
    )
  })

  test('that waits gives way to the person’s own no', async () => {
    const { id, code } = await aCase()
    await send(askClosure, lead, code, goalsMet)
    expect((await send(withdraw, lead, code, { withdrawReason: 'NOT_SAID' })).status).toBe(303)
    expect(await stateOf(id)).toMatchObject({ state: 'PENDING_CLOSURE', closure_reason: 'CONSENT_WITHDRAWN' })
    expect((await send(close, supervisor, code)).status).toBe(303)
    expect(await stateOf(id)).toMatchObject({ erase_on: '2014-07-30', retention_class: 'WITHDRAWN' })
  })
})
