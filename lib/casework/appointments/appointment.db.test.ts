import { beforeAll, describe, expect, test } from 'vitest'
import { POST as cancel } from '@/app/api/v1/cases/[code]/appointments/[id]/cancel/route'
import { POST as keep } from '@/app/api/v1/cases/[code]/appointments/[id]/keep/route'
import { POST as miss } from '@/app/api/v1/cases/[code]/appointments/[id]/miss/route'
import { POST as move } from '@/app/api/v1/cases/[code]/appointments/[id]/move/route'
import { POST as book } from '@/app/api/v1/cases/[code]/appointments/route'
import { viewFollowUps } from '@/lib/desks/case-file/view-follow-ups'
import { caseworkerDay } from '@/lib/desks/work/caseworker-day'
import { workKey } from '@/lib/platform/vault/keys'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { type Around, around, openCaseOf, openTasks, send } from '@/lib/testing/factories/open-case'
import { reading } from '@/lib/testing/reading'
import { type Endpoint, post } from '@/lib/testing/requests'

/** Now is 30 June 2014, in the morning; the other one on the team is a lawyer. */
let all: Around
let lead: SignedIn
let lawyer: SignedIn
beforeAll(async () => {
  all = await around()
  lead = all.lead
  lawyer = all.other
})
const aCase = () => openCaseOf(all, [], 'MEDIUM')
const told = (answer: Response) => answer.headers.get('location') ?? `${answer.status}`
const hearing = { kind: 'HEARING', heldOn: '2/7/2014', heldAt: '9h30', place: 'Tribunal de Mopti', along: '' }

async function booked(who: SignedIn, code: string, values: Record<string, string> = {}): Promise<string> {
  expect(told(await send(book, who, code, { ...hearing, ...values }))).toBe(
    `/cases/${code}/follow-ups?done=booked`,
  )
  const [row] =
    await root()`select a.id from app.appointments a join app.cases c on c.id = a.case_id where c.code = ${code}
      order by a.booked_at desc, a.state = 'PLANNED' desc limit 1`
  return String(row?.id)
}
const on = (endpoint: Endpoint, who: SignedIn, [code, id]: [string, string], values = {}, version = '1') =>
  post(endpoint, { as: who, params: { code, id }, values: { _version: version, ...values } })
const shown = async (who: SignedIn, code: string) => {
  const found = await reading(who, (ctx) => viewFollowUps(ctx, code))
  return found.view?.appointments ?? []
}
/** Its hour has come, past the triggers that keep an appointment as it was booked. */
const begin = (id: string) =>
  root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.appointments set starts_at = clock.casework_now() - interval '1 hour' where id = ${id}`
  })

describe('an appointment', () => {
  test('has a kind, an hour and a sealed place, which the team reads', async () => {
    const { id, code } = await aCase()
    await booked(lead, code, { kind: 'MEDICAL', place: 'CSRéf de Mopti', along: lawyer.id })
    for (const who of [lead, lawyer, all.supervisor])
      expect(await shown(who, code)).toMatchObject([
        { kind: 'MEDICAL', place: 'CSRéf de Mopti', neutral: false, at: new Date('2014-07-02T09:30:00Z') },
      ])
    const [row] =
      await root()`select encode(words, 'escape') as words from app.appointments where case_id = ${id}`
    expect(row?.words).not.toContain('CSR')
  })

  test('in court that a lawyer booked is an appointment to everybody else, without kind and place', async () => {
    const { id, code } = await aCase()
    await booked(lawyer, code)
    expect(await shown(lawyer, code)).toMatchObject([
      { kind: 'HEARING', place: 'Tribunal de Mopti', neutral: false },
    ])
    for (const who of [lead, all.supervisor])
      expect(await shown(who, code)).toMatchObject([{ kind: null, place: '', neutral: true }])
    const [row] = await root()`select kind from app.appointments where case_id = ${id}`
    expect(row?.kind).toBeNull()
  })

  test('stands in the day of whoever goes along until the office closes on its day', async () => {
    const { id, code } = await aCase()
    await booked(lead, code, { kind: 'OFFICE', along: lawyer.id })
    const [task] =
      await root()`select due_at, holder_id from app.tasks where case_id = ${id} and kind = 'KEEP_APPOINTMENT'`
    expect(task).toEqual({ due_at: new Date('2014-07-02T17:00:00Z'), holder_id: lawyer.id })
    const day = await as(lawyer, (ctx) => caseworkerDay(ctx, 'week'))
    expect(day.due.filter((row) => row.code === code).map(({ kind }) => kind)).toContain(
      'task-KEEP_APPOINTMENT-OFFICE',
    )
    const other = await as(lead, (ctx) => caseworkerDay(ctx, 'week'))
    expect(other.due.filter((row) => row.code === code).map(({ kind }) => kind)).not.toContain(
      'task-KEEP_APPOINTMENT-OFFICE',
    )
  })

  test('is kept or missed once its hour has begun, once, and says why it was missed', async () => {
    const { id, code } = await aCase()
    const one = await booked(lead, code, { kind: 'OFFICE' })
    expect((await on(keep, lead, [code, one])).status, 'not yet').toBe(403)
    await begin(one)
    expect(told(await on(miss, lead, [code, one], { missedFor: '' }))).toContain('draft=')
    expect(told(await on(keep, lead, [code, one]))).toBe(`/cases/${code}/follow-ups?done=kept`)
    expect((await on(miss, lead, [code, one], { missedFor: 'NOT_COME' }, '2')).status).toBe(409)
    expect(await openTasks(id)).toEqual([])
    const [row] = await root()`select last_contact_on::text as day from app.cases where id = ${id}`
    expect(row?.day, 'at the office somebody of ours met the person').toBe('2014-06-30')
  })

  test('that is missed is no contact', async () => {
    const { id, code } = await aCase()
    const one = await booked(lead, code, { kind: 'OFFICE' })
    await begin(one)
    await on(miss, lead, [code, one], { missedFor: 'NOT_COME' })
    const [row] = await root()`select last_contact_on as day from app.cases where id = ${id}`
    expect(row?.day).toBeNull()
  })

  test('is moved by whoever may know what it is: the first stays and says so, the new one keeps its secret', async () => {
    const { id, code } = await aCase()
    const one = await booked(lawyer, code)
    const day = { heldOn: '9/7/2014', heldAt: '8:00' }
    expect(told(await on(move, lead, [code, one], day)), 'not a social worker').toContain('draft=')
    expect(told(await on(move, lawyer, [code, one], day))).toBe(`/cases/${code}/follow-ups?done=moved`)
    const rows =
      await root()`select state, kind, starts_at from app.appointments where case_id = ${id} order by starts_at`
    expect([...rows]).toEqual([
      { state: 'MOVED', kind: null, starts_at: new Date('2014-07-02T09:30:00Z') },
      { state: 'PLANNED', kind: null, starts_at: new Date('2014-07-09T08:00:00Z') },
    ])
    expect((await shown(lawyer, code))[0]).toMatchObject({ kind: 'HEARING', place: 'Tribunal de Mopti' })
    expect(await openTasks(id)).toEqual(['KEEP_APPOINTMENT'])
  })

  test('is cancelled with a reason, and then awaited of nobody', async () => {
    const { id, code } = await aCase()
    const one = await booked(lead, code)
    await on(cancel, lead, [code, one], { cancelledFor: 'OTHERS_CANCELLED' })
    expect(await openTasks(id)).toEqual([])
    const [row] = await root()`select state, reason from app.appointments where id = ${one}`
    expect(row).toEqual({ state: 'CANCELLED', reason: 'OTHERS_CANCELLED' })
  })

  test('is refused on a day gone by, without an hour, and with somebody who is not on the team', async () => {
    const { code } = await aCase()
    for (const wrong of [{ heldOn: '29/6/2014' }, { heldAt: 'midi' }, { along: all.supervisor.id }])
      expect(told(await send(book, lead, code, { ...hearing, ...wrong }))).toContain('draft=')
  })
})

test('a hearing that is moved stays with the lawyers, also past the pages', async () => {
  const { id, code } = await aCase()
  const first = await booked(lawyer, code)
  const psychologist = await signedIn('PSYCHOLOGIST', 'MOP')
  await root()`insert into app.case_members (case_id, user_id, capacity) values (${id}, ${psychologist.id}, 'MEMBER')`
  const owner = { caseId: id, officeId: 'MOP', sensitivity: 'S3' }
  const key = await as(psychologist, ({ tx }) => workKey(tx, owner, 'PSYCHOLOGIST'))
  const moves = presenting(raw('web'), psychologist.token, async (tx) => {
    await tx`insert into app.appointments (id, case_id, office_id, sensitivity, starts_at, moved_from, booked_by, booked_at, key_id, words)
      values (gen_random_uuid(), ${id}, 'MOP', 'S3', clock.casework_now() + interval '300 days', ${first}, ${psychologist.id},
        clock.casework_now(), ${key.id}, '\\x00')`
  })
  await expect(moves).rejects.toThrow('nothing was moved')
  expect(told(await on(move, lawyer, [code, first], { heldOn: '4/7/2014', heldAt: '9h' }))).toContain(
    'done=moved',
  )
})
