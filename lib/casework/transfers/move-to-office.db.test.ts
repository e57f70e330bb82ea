import { beforeEach, describe, expect, test } from 'vitest'
import { prepareHandOver } from '@/lib/desks/staff/prepare-hand-over'
import { prepareAnswer } from '@/lib/desks/staff/prepare-transfer'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { makeReadable } from '@/lib/testing/factories/readable'
import {
  accepts,
  caseOf,
  type Moving,
  offerOf,
  offers,
  opens,
  queued,
  refuses,
  withdraws,
} from '@/lib/testing/factories/transfers'
import { reading } from '@/lib/testing/reading'

let lead: SignedIn
let member: SignedIn
let supervisor: SignedIn
let farLead: SignedIn
let farSupervisor: SignedIn
let one: Moving

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  member = await signedIn('LAWYER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  farLead = await signedIn('SOCIAL_WORKER', 'GAO')
  farSupervisor = await signedIn('SUPERVISOR', 'GAO')
  one = await caseOf(lead, { members: [member] })
})

const tasks = async ({ id }: Moving) =>
  root()`select kind, state, holder_id as holder, outcome, reason from app.tasks where case_id = ${id} order by opened_at, kind`
const openTasks = async (of: Moving) =>
  (await tasks(of)).filter(({ state }) => state === 'OPEN').map(({ kind }) => kind)
const answer = async (who: SignedIn, of: Moving) => {
  const id = String((await offerOf(of))?.id)
  return reading(who, (ctx) => prepareAnswer(ctx, id, { verb: 'transfer.accept', query: {} }))
}

describe('an offer to another office', () => {
  test('changes nothing, stands in the other office’s queue with its limit, and is a clock of the case', async () => {
    expect(await offers(lead, one)).toContain('done=transfer-offered')
    const [row] = await root()`select office_id, lead_id, state from app.cases where id = ${one.id}`
    expect(row).toEqual({ office_id: 'MOP', lead_id: lead.id, state: 'OPEN' })
    const [waits] = await queued(farSupervisor, one)
    expect(waits).toMatchObject({ kind: 'transfer', restricted: false, late: false })
    const days = (Number(waits?.dueAt) - Number(waits?.since)) / 86_400_000
    expect(days).toBeCloseTo(7, 5)
    expect(await openTasks(one)).toEqual(['TRANSFER_WAITS'])
    const [line] = await root()`select subject_type, due_at from app.case_lines where case_id = ${one.id}`
    expect(line).toBeDefined()
    expect(await queued(supervisor, one)).toEqual([])
  })

  test('for safety waits a day', async () => {
    await offers(supervisor, one, 'GAO', { transferReason: 'SAFETY', said: 'DANGEROUS' })
    const offer = await offerOf(one)
    expect((Number(offer?.answer_by) - Number(offer?.offered_at)) / 3_600_000).toBeCloseTo(24, 5)
  })

  test('says to whoever is asked who it is in general, the reason and the word, and nothing of the person', async () => {
    await offers(lead, one)
    const found = await answer(farSupervisor, one)
    expect(found).toMatchObject({
      view: {
        word: 'Chez sa sœur à Gao.',
        facts: { risk: 'MEDIUM', cercle: 'ML0506', referrals: 0, tasks: 0 },
      },
    })
    const facts = Object.keys('view' in found ? (found.view?.facts ?? {}) : {}).sort()
    expect(facts).toEqual(
      'birthYear by cercle dueAt dueKind from languages openedAt referrals risk sex tasks to'
        .split(' ')
        .sort(),
    )
    expect(await opens(farSupervisor, one)).toBe(false)
    expect(await answer(supervisor, one)).toMatchObject({ refused: 'transfer-not-yours' })
    for (const who of [farLead, await signedIn('SUPERVISOR', 'TBT')])
      expect(await answer(who, one)).toMatchObject({ missing: { type: 'transfer' } })
  })

  test('is one at a time, also where two offer at once', async () => {
    const answers = await Promise.all([offers(lead, one), offers(supervisor, one, 'TBT')])
    expect(answers.filter((text) => text.includes('done='))).toHaveLength(1)
    expect(await offers(supervisor, one, 'GAO')).toBe('transfer-waits')
    expect(await root()`select from app.case_transfers where case_id = ${one.id}`).toHaveLength(1)
  })

  test('is for the lead and the supervision, to another office, and only while the case is open', async () => {
    for (const who of [member, farSupervisor, farLead]) {
      const answered = await offers(who, one)
      expect(answered).not.toContain('done=')
    }
    expect(await offers(lead, one, 'MOP')).not.toContain('done=')
    expect(await offers(lead, one, 'BKO', { transferReason: 'MANDATE' })).not.toContain('done=')
    expect(await offers(lead, one, 'GAO', { transferReason: 'PERSON_ASKED', said: 'TOLD' })).not.toContain(
      'done=',
    )
    expect(await offerOf(one)).toBeUndefined()
  })
})

describe('a yes', () => {
  test('moves office, lead and team together; the sender saw it until then and sees it no more', async () => {
    await offers(lead, one)
    for (const who of [lead, member, supervisor]) expect(await opens(who, one)).toBe(true)
    expect(await accepts(farSupervisor, one, farLead)).toContain(`/cases/${one.code}?done=transfer-accepted`)
    const [row] = await root()`select office_id, lead_id, state, version from app.cases where id = ${one.id}`
    expect(row).toEqual({ office_id: 'GAO', lead_id: farLead.id, state: 'OPEN', version: 2 })
    for (const who of [lead, member, supervisor]) expect(await opens(who, one)).toBe(false)
    for (const who of [farLead, farSupervisor]) expect(await opens(who, one)).toBe(true)
    expect(await openTasks(one)).toEqual(['TELL_NEW_TEAM'])
    expect((await tasks(one)).find(({ kind }) => kind === 'TELL_NEW_TEAM')).toMatchObject({
      holder: farLead.id,
    })
    const [line] = await root()`select office_id, lead_id from app.case_lines where case_id = ${one.id}`
    expect(line).toEqual({ office_id: 'GAO', lead_id: farLead.id })
    const verbs =
      await root()`select verb, actor_id as by from app.case_events where case_id = ${one.id} and verb like '%transfer' order by id`
    expect(verbs).toEqual([
      { verb: 'offer-transfer', by: lead.id },
      { verb: 'accept-transfer', by: farSupervisor.id },
    ])
  })

  test('names somebody who works there; nobody else can be given the case', async () => {
    await offers(lead, one)
    for (const who of [lead, farSupervisor, await signedIn('SOCIAL_WORKER', 'TBT')])
      expect(await accepts(farSupervisor, one, who)).not.toContain('done=')
    expect((await offerOf(one))?.state).toBe('OFFERED')
  })

  test('is said on the page on which the case would be handed to a colleague', async () => {
    const offered = async () =>
      (await reading(supervisor, (ctx) => prepareHandOver(ctx, { case: [one.code] }))).view.given.get(
        one.code,
      )?.offered
    expect(await offered()).toBe(false)
    await offers(lead, one)
    expect(await offered()).toBe(true)
  })

  test('pressed twice, or by two supervisors at once, moves the case once', async () => {
    const second = await signedIn('SUPERVISOR', 'GAO')
    const third = await signedIn('LAWYER', 'GAO')
    await offers(lead, one)
    const answers = await Promise.all([accepts(farSupervisor, one, farLead), accepts(second, one, third)])
    expect(answers.filter((text) => text.includes('done='))).toHaveLength(1)
    // Whoever was slower reads who was quicker, not a form that is nobody's any more.
    expect(answers.filter((text) => !text.includes('done='))).toEqual(['transfer-answered'])
    expect(await accepts(second, one, third)).toBe('transfer-answered')
    const leads =
      await root()`select user_id from app.case_members where case_id = ${one.id} and capacity = 'LEAD' and until is null`
    const [row] = await root()`select lead_id, version from app.cases where id = ${one.id}`
    expect(leads).toEqual([{ user_id: row?.lead_id }])
    expect(row?.version).toBe(2)
  })
})

describe('a no', () => {
  test('leaves the case where it is and gives the lead who offered it a task with the reason', async () => {
    await offers(lead, one)
    expect(await refuses(farSupervisor, one, 'NOT_SAFE_HERE')).toContain('/queue')
    expect(await opens(lead, one)).toBe(true)
    expect((await tasks(one)).find(({ state }) => state === 'OPEN')).toMatchObject({
      kind: 'TRANSFER_REFUSED',
      holder: lead.id,
      reason: 'NOT_SAFE_HERE',
    })
    expect(await offers(lead, one)).toContain('done=')
    // What follows was this: nothing is left to decide, here or where it goes.
    expect(await openTasks(one)).toEqual(['TRANSFER_WAITS'])
  })

  test('to an adult’s being told is not “too young”', async () => {
    await makeReadable(one.id)
    const said = { said: 'TOO_YOUNG' }
    expect(await offers(lead, one, 'GAO', said)).toBe('invalid')
    await root()`update app.people set birth_year = 2004 where case_id = ${one.id}`
    expect(await offers(lead, one, 'GAO', said)).toContain('done=')
  })

  test('to a supervisor’s offer is theirs to look at', async () => {
    await offers(supervisor, one)
    await refuses(farSupervisor, one)
    expect((await tasks(one)).find(({ state }) => state === 'OPEN')).toMatchObject({
      kind: 'SEE_TRANSFER_REFUSED',
      holder: supervisor.id,
    })
  })

  test('is read for a day by a colleague who comes second, and then by nobody there', async () => {
    const second = await signedIn('SUPERVISOR', 'GAO')
    await offers(lead, one)
    await refuses(farSupervisor, one)
    expect(await accepts(second, one, farLead)).toBe('transfer-answered')
    await root()`update app.case_transfers set offered_at = offered_at - interval '2 days', answered_at = answered_at - interval '25 hours'
      where case_id = ${one.id}`
    expect(await answer(second, one)).toMatchObject({ missing: { type: 'transfer' } })
  })
})

describe('an offer ends', () => {
  test('when it is taken back, by whoever may offer', async () => {
    await offers(lead, one)
    for (const who of [member, farSupervisor]) expect(await withdraws(who, one)).not.toContain('done=')
    expect(await withdraws(supervisor, one)).toContain('done=transfer-withdrawn')
    expect(await openTasks(one)).toEqual([])
    expect(await accepts(farSupervisor, one, farLead)).toBe('transfer-answered')
    expect(await opens(lead, one)).toBe(true)
  })

  test.each([
    ['waits', `state = 'ON_HOLD', last_verb = 'hold', last_reason = 'COURT', hold_until = current_date + 3`],
    ['is closed to others', `sensitivity = 'S4'`],
  ])('when the case %s', async (_, sets) => {
    const held = sets.includes('hold') ? one : await caseOf(lead, { named: [supervisor] })
    await offers(lead, held)
    await root().unsafe(
      `update app.cases set ${sets.replace('current_date', '(clock.casework_now())::date')}, version = version + 1, next_due_at = null, next_due_kind = null where id = '${held.id}'`,
    )
    expect((await offerOf(held))?.state).toBe('ENDED')
    expect(await openTasks(held)).not.toContain('TRANSFER_WAITS')
    expect(await accepts(farSupervisor, held, farLead)).not.toContain('done=')
    expect(await queued(farSupervisor, held)).toEqual([])
  })
})
