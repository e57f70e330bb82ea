import { beforeAll, describe, expect, test } from 'vitest'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as consent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as hold } from '@/app/api/v1/cases/[code]/hold/route'
import { POST as reopen } from '@/app/api/v1/cases/[code]/reopen/route'
import { POST as resume } from '@/app/api/v1/cases/[code]/resume/route'
import { POST as returnClosure } from '@/app/api/v1/cases/[code]/return-closure/route'
import { POST as withdraw } from '@/app/api/v1/cases/[code]/withdraw/route'
import { POST as done } from '@/app/api/v1/tasks/[id]/done/route'
import { POST as seen } from '@/app/api/v1/tasks/[id]/seen/route'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { prepareAskClosure, prepareClose } from '@/lib/desks/case-file/prepare-closing'
import { viewQueue } from '@/lib/desks/queue/view-queue'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { draftReferral } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { type Endpoint, post } from '@/lib/testing/requests'
import { blockersOf } from './blockers'

let lead: SignedIn
let supervisor: SignedIn
let other: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  other = await signedIn('LAWYER', 'MOP')
})

/** An open case of Mopti with referrals in these states, and a yes to the file. */
async function aCase(states: readonly string[] = [], risk = 'MEDIUM') {
  const id = crypto.randomUUID()
  const referrals = states.map((state) =>
    draftReferral({ state, sent: !['DRAFT', 'PENDING_APPROVAL'].includes(state) }),
  )
  const members = [
    { userId: lead.id, capacity: 'LEAD' as const },
    { userId: other.id, capacity: 'MEMBER' as const },
  ]
  await insertCases([{ id, officeId: 'MOP', sensitivity: 'S3', leadId: lead.id, members, referrals }])
  await makeReadable(id)
  await root()`update app.cases set risk = ${risk}, first_action_at = opened_at where id = ${id}`
  await root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, given_at,
      recorded_by, key_id, detail) select gen_random_uuid(), ${id}, 'MOP', 'S3', 'CASE_MGMT', 'GIVEN', 'SELF', '2014-2',
      clock.casework_now() - interval '30 days', ${lead.id}, k.id, '\\x00' from vault.keys k where k.case_id = ${id} and k.compartment = 'TEAM'`
  const [row] = await root()`select code from app.cases where id = ${id}`
  return { id, code: String(row?.code), referrals: referrals.map((one) => one.id) }
}

type Values = Record<string, string | string[]>
const send = (endpoint: Endpoint, who: SignedIn, code: string, values: Values = {}) =>
  post(endpoint, { as: who, params: { code }, values })
const goalsMet: Values = {
  closureReason: 'GOALS_MET',
  evidence: ['REVIEW_WITH_PERSON', 'SAFETY_CHECK'],
  checklist: ['COME_BACK', 'RETENTION'],
  personTold: 'YES',
  words: 'Elle vit chez sa sœur.',
}
const stateOf = async (id: string) => {
  const [row] =
    await root()`select state, closure_reason, hold_until::text, last_reason, next_due_at, erase_on::text, retention_class
    from app.cases where id = ${id}`
  return row
}
const openTasks = async (id: string) =>
  (await root()`select kind from app.tasks where case_id = ${id} and state = 'OPEN' order by kind`).map(
    ({ kind }) => kind,
  )
const taskId = async (id: string, kind: string) =>
  String(
    (await root()`select id from app.tasks where case_id = ${id} and kind = ${kind} and state = 'OPEN'`)[0]
      ?.id,
  )

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
    expect(answer.headers.get('location')).toBe('/queue?kind=close')
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
})

test('what holds a closing back is told twice, and both tell the same', async () => {
  const { id, code } = await aCase([
    'DRAFT',
    'SENT',
    'ACCEPTED',
    'COMPLETED',
    'CONTESTED',
    'VERIFIED',
    'DECLINED',
  ])
  for (const [kind, type] of [
    ['HARM', 'case'],
    ['CONFIRM_BEST_INTERESTS', 'case'],
    ['FIND_BASIS', 'case'],
    ['SEE_PERSON', 'case'],
    ['SEE_DANGER', 'case'],
    ['REVIEW_HOLD', 'case'],
  ] as const)
    await root()`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity)
      values (${kind}, ${type}, ${id}, ${id}, 'MOP', 'S3')`
  await root()`insert into app.danger_flags (case_id, office_id, sensitivity, code, discipline, raised_by, raised_at, review_on)
    values (${id}, 'MOP', 'S3', 'SUICIDE', 'SOCIAL_WORKER', ${lead.id}, clock.casework_now() - interval '20 days', '2014-06-20'),
      (${id}, 'MOP', 'S3', 'VIOLENCE', 'SOCIAL_WORKER', ${lead.id}, clock.casework_now(), '2014-07-20')`
  const [record] =
    await root()`select id, state, closure_reason as "closureReason" from app.cases where id = ${id}`
  for (const reason of ['GOALS_MET', 'LOST_CONTACT']) {
    const ours = await as(lead, (ctx) => blockersOf(ctx, record as never, reason))
    const theirs = await root()`select kind, subject_id, leavable from app.closing_blockers(${id}, ${reason})`
    expect(
      ours
        .filter(({ kind }) => kind !== 'DANGER_FLAG')
        .map(({ kind, id: of, leave }) => `${kind} ${of} ${leave}`)
        .sort(),
    ).toEqual(theirs.map((row) => `${row.kind} ${row.subject_id} ${row.leavable}`).sort())
  }
  const asking = await reading(lead, (ctx) => prepareAskClosure(ctx, code, { reason: 'GOALS_MET' }))
  expect('view' in asking && new Set(asking.view.blockers.map(({ kind }) => kind))).toEqual(
    new Set(['OPEN_REFERRAL', 'SETTLED_NOT_ASKED', 'HARM_OPEN', 'CONFIRMATION_MISSING', 'OPEN_TASK']),
  )
})
