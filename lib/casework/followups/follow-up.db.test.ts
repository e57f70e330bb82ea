import { beforeAll, describe, expect, test } from 'vitest'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { POST as attempt } from '@/app/api/v1/cases/[code]/attempts/route'
import { POST as followUp } from '@/app/api/v1/cases/[code]/follow-ups/route'
import { POST as hold } from '@/app/api/v1/cases/[code]/hold/route'
import { POST as review } from '@/app/api/v1/cases/[code]/reviews/route'
import { viewFollowUps } from '@/lib/desks/case-file/view-follow-ups'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Around, around, openCaseOf, openTasks, send, stateOf } from '@/lib/testing/factories/open-case'
import { reading } from '@/lib/testing/reading'

/** Today is 30 June 2014. */
let all: Around
let lead: SignedIn
beforeAll(async () => {
  all = await around()
  ;({ lead } = all)
})
const aCase = (risk = 'MEDIUM') => openCaseOf(all, [], risk)
const seen = {
  type: 'OFFICE',
  channel: 'AGREED_PLACE',
  followedOn: '30/6/2014',
  outcome: 'SAFE',
  nextOn: '',
  laterReason: '',
  words: '',
}
const due = async (id: string) => (await stateOf(id))?.next_due_at?.toISOString()
const told = (answer: Response) => answer.headers.get('location') ?? `${answer.status}`

describe('a follow-up', () => {
  test('is a contact: the next one is due after the days of the risk, when the office closes', async () => {
    for (const [risk, day] of [
      ['HIGH', '07'],
      ['MEDIUM', '14'],
      ['LOW', '30'],
    ] as const) {
      const { id, code } = await aCase(risk)
      expect(told(await send(followUp, lead, code, seen))).toBe(`/cases/${code}/follow-ups?done=followup`)
      expect(await due(id), risk).toBe(`2014-07-${day}T17:00:00.000Z`)
    }
  })

  test('may set a sooner day freely', async () => {
    const { id, code } = await aCase()
    await send(followUp, lead, code, { ...seen, nextOn: '3/7/2014' })
    expect(await due(id)).toBe('2014-07-03T17:00:00.000Z')
    expect(await openTasks(id)).toEqual([])
  })

  test('may set a later day with a reason alone, and the supervisor sees that', async () => {
    const { id, code } = await aCase('HIGH')
    const later = { ...seen, nextOn: '20/7/2014' }
    expect(told(await send(followUp, lead, code, later))).toContain('draft=')
    await send(followUp, lead, code, { ...later, laterReason: 'TRAVELLING' })
    expect(await due(id)).toBe('2014-07-20T17:00:00.000Z')
    expect(await openTasks(id)).toEqual(['SEE_LATER_CONTACT'])
  })

  test('with a reason for later holds no longer than the risk it was set by', async () => {
    const { id, code } = await aCase('LOW')
    await send(followUp, lead, code, { ...seen, nextOn: '20/8/2014', laterReason: 'TRAVELLING' })
    expect(await due(id)).toBe('2014-08-20T17:00:00.000Z')
    await root()`update app.cases set risk = 'HIGH' where id = ${id}`
    await send(followUp, lead, code, { ...seen, type: 'PHONE', channel: 'PHONE' })
    expect(await due(id)).toBe('2014-07-07T17:00:00.000Z')
  })

  test('with the provider is no contact with the person', async () => {
    const { id, code } = await aCase()
    const before = await due(id)
    await send(followUp, lead, code, { ...seen, type: 'PROVIDER_CHECK', outcome: 'SERVICE_OK' })
    expect(await due(id)).toBe(before)
  })

  test('is read by the team with its words, which the database keeps sealed', async () => {
    const { id, code } = await aCase()
    await send(followUp, lead, code, { ...seen, words: 'Elle dort mieux.' })
    const found = await reading(all.other, (ctx) => viewFollowUps(ctx, code))
    expect(found).toMatchObject({ view: { follow: [{ type: 'OFFICE', words: 'Elle dort mieux.' }] } })
    const [row] =
      await root()`select encode(words, 'escape') as words from app.follow_ups where case_id = ${id}`
    expect(row?.words).not.toContain('dort')
  })

  test('is nobody else’s to write, and not on a draft', async () => {
    const { code, id } = await aCase()
    const stranger = await signedIn('SOCIAL_WORKER', 'MOP')
    expect((await send(followUp, stranger, code, seen)).status).toBe(404)
    expect((await send(followUp, all.supervisor, code, seen)).status).toBe(403)
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.cases set state = 'DRAFT', registered_at = null where id = ${id}`
    })
    expect((await send(followUp, lead, code, seen)).status).toBe(403)
  })

  test('while the case waits moves no date: the clocks rest', async () => {
    const { id, code } = await aCase()
    const [row] = await root()`select version from app.cases where id = ${id}`
    await send(hold, lead, code, {
      _version: String(row?.version),
      holdReason: 'COURT',
      reviewOn: '20/7/2014',
    })
    expect(told(await send(followUp, lead, code, { ...seen, nextOn: '3/7/2014' }))).toContain('done=followup')
    expect(await stateOf(id)).toMatchObject({ state: 'ON_HOLD', next_due_at: null })
  })
})

describe('an attempt that reached nobody', () => {
  const nobody = { channel: 'AGREED_PLACE', result: 'NOT_THERE', followedOn: '30/6/2014', words: '' }
  const lost = {
    closureReason: 'LOST_CONTACT',
    evidence: 'THREE_ATTEMPTS_TWO_WAYS_30_DAYS',
    checklist: ['COME_BACK'],
    personTold: 'NOT_REACHED',
    words: '',
  }

  test('is no contact and moves no date', async () => {
    const { id, code } = await aCase()
    const before = await due(id)
    expect(told(await send(attempt, lead, code, nobody))).toBe(`/cases/${code}/follow-ups?done=attempt`)
    expect(await due(id)).toBe(before)
    const [row] = await root()`select last_contact_on from app.cases where id = ${id}`
    expect(row?.last_contact_on).toBeNull()
  })

  test('lets the case close for lost contact after three, by two ways, over thirty days, and not before', async () => {
    const { id, code } = await aCase()
    await send(attempt, lead, code, { ...nobody, followedOn: '22/5/2014' })
    await send(attempt, lead, code, {
      ...nobody,
      channel: 'TRUSTED',
      result: 'NO_NEWS',
      followedOn: '2/6/2014',
    })
    expect(told(await send(askClosure, lead, code, lost))).toContain('draft=')
    await send(attempt, lead, code, { ...nobody, followedOn: '19/6/2014' })
    expect(told(await send(askClosure, lead, code, lost)), 'over 28 days').toContain('draft=')
    await send(attempt, lead, code, { ...nobody, followedOn: '21/6/2014' })
    const [held] = await root()`select app.contact_lost(${id}) as lost`
    expect(held?.lost, 'the database says the same').toBe(true)
    expect(told(await send(askClosure, lead, code, lost))).toContain('done=closure-asked')
  })

  test('by a way that only one result goes with is refused with another', async () => {
    const { code } = await aCase()
    expect(told(await send(attempt, lead, code, { ...nobody, result: 'NUMBER_OFF' }))).toContain('draft=')
  })
})

describe('a review', () => {
  const looked = {
    reviewedOn: '30/6/2014',
    saidWith: 'PERSON',
    changed: ['SAFETY', 'HOUSING'],
    leadsTo: 'GO_ON',
    words: '',
  }

  test('with the person is a contact, and asks for the next one by the rhythm of the risk', async () => {
    const { id, code } = await aCase('HIGH')
    expect(told(await send(review, lead, code, looked))).toBe(`/cases/${code}/follow-ups?done=review`)
    expect(await due(id)).toBe('2014-07-07T17:00:00.000Z')
    const rows = await root()`select kind, state, due_at, reason from app.tasks where case_id = ${id}`
    expect([...rows]).toEqual([
      { kind: 'REVIEW_CASE', state: 'OPEN', due_at: new Date('2014-07-14T17:00:00Z'), reason: 'HIGH' },
    ])
  })

  test('ends the open one once, and leads on to the risk or the closing', async () => {
    const { id, code } = await aCase()
    await send(review, lead, code, looked)
    expect(told(await send(review, lead, code, { ...looked, leadsTo: 'RATE_AGAIN' }))).toBe(
      `/cases/${code}/register/safety`,
    )
    expect(told(await send(review, lead, code, { ...looked, leadsTo: 'CLOSE' }))).toBe(
      `/cases/${code}/ask-closure`,
    )
    const rows =
      await root()`select state, count(*)::integer as n from app.tasks where case_id = ${id} group by 1 order by 1`
    expect([...rows]).toEqual([
      { state: 'DONE', n: 2 },
      { state: 'OPEN', n: 1 },
    ])
  })

  test('without the person is no contact', async () => {
    const { id, code } = await aCase()
    const before = await due(id)
    await send(review, lead, code, { ...looked, saidWith: 'TEAM_ALONE' })
    expect(await due(id)).toBe(before)
  })
})
