import { beforeAll, describe, expect, test } from 'vitest'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as consent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as reopen } from '@/app/api/v1/cases/[code]/reopen/route'
import { POST as giveBack } from '@/app/api/v1/cases/[code]/return-closure/route'
import { POST as withdraw } from '@/app/api/v1/cases/[code]/withdraw/route'
import type { taskKinds } from '@/lib/casework/tasks/kinds'
import { viewQueue } from '@/lib/desks/queue/view-queue'
import { root } from '@/lib/testing/database'
import { type Around, around, goalsMet, openCaseOf, openTasks, send } from '@/lib/testing/factories/open-case'
import { insertTask } from '@/lib/testing/factories/tasks'
import { reading } from '@/lib/testing/reading'

let all: Around
beforeAll(async () => {
  all = await around()
})

const HOUR = 3_600_000
const casework = async () => new Date((await root()`select clock.casework_now() as now`)[0]?.now as string)
const inHours = async (hours: number) => new Date((await casework()).getTime() + hours * HOUR)
type Found = Awaited<ReturnType<typeof openCaseOf>>
const on = async ({ id }: Found, kind: keyof typeof taskKinds, hours: number) =>
  insertTask({ kind, subject: { type: 'case', id }, due: await inHours(hours) })
const about = async (referral: string | undefined, kind: keyof typeof taskKinds, hours: number) =>
  insertTask({ kind, subject: { type: 'referral', id: String(referral) }, due: await inHours(hours) })
const dueOf = async ({ id }: Found) =>
  Object.fromEntries(
    (await root()`select kind, due_at from app.tasks where case_id = ${id} and state = 'OPEN'`).map((row) => [
      row.kind,
      row.due_at,
    ]),
  )

/** Everything that holds it back is left with a reason, and a supervisor closes it. */
async function closed(found: Found): Promise<void> {
  const waiting = await root()`select id from app.tasks where case_id = ${found.id} and state = 'OPEN'`
  const left = [...found.referrals, ...waiting.map(({ id }) => id)].map((id) => `${id}:GOES_ON`)
  const asked = await send(askClosure, all.lead, found.code, { ...goalsMet, left })
  expect(asked.headers.get('location')).not.toContain('draft=')
  expect((await send(close, all.supervisor, found.code)).headers.get('location')).toContain('done=')
}
const opened = async ({ code }: Found) =>
  expect(
    (await send(reopen, all.lead, code, { reopenReason: 'CAME_BACK' })).headers.get('location'),
  ).toContain('done=reopened')

describe('a case opened again takes up', () => {
  test('care in time on its own hour, and none whose hour has passed', async () => {
    const found = await openCaseOf(all)
    await on(found, 'CARE_PEP', 42)
    await on(found, 'SEE_PERSON', 2)
    await on(found, 'CARE_EC', -1)
    const before = await dueOf(found)
    await closed(found)
    expect(await openTasks(found.id)).toEqual([])
    await opened(found)
    const { CARE_PEP, SEE_PERSON } = before
    expect(await dueOf(found)).toEqual({ CARE_PEP, SEE_PERSON })
  })

  test('what a referral asks of the team while it stands as it did, with its whole time where that went by', async () => {
    const found = await openCaseOf(all, ['ACCEPTED', 'VERIFIED', 'CLOSED_UNSERVED'])
    const [accepted, verified, unserved] = found.referrals
    await about(accepted, 'TELL_PERSON', 20)
    await about(verified, 'NOT_CONFIRMED', 90)
    await about(unserved, 'PROMISED', 40)
    const before = await dueOf(found)
    await closed(found)
    await root()`update app.tasks set opened_at = opened_at - interval '5 days', due_at = due_at - interval '4 days'
      where case_id = ${found.id} and kind = 'TELL_PERSON'`
    const [{ whole } = { whole: 0 }] =
      await root()`select extract(epoch from due_at - opened_at)::float8 as whole from app.tasks where case_id = ${found.id} and kind = 'TELL_PERSON'`
    await opened(found)
    const now = await dueOf(found)
    expect(Object.keys(now).sort()).toEqual(['PROMISED', 'TELL_PERSON'])
    expect(now.PROMISED).toEqual(before.PROMISED)
    const left = (now.TELL_PERSON.getTime() - (await casework()).getTime()) / 1000
    expect(Math.abs(left - whole)).toBeLessThan(600)
  })

  test('no look of the supervisor’s that ended with the closing, unless the rating is still less than proposed', async () => {
    const found = await openCaseOf(all)
    await on(found, 'SEE_LOWER_RISK', 10)
    await closed(found)
    expect(await openTasks(found.id)).toEqual([])
    await opened(found)
    expect(await openTasks(found.id)).toEqual([])
  })

  test('a look at a rating that left out the restriction alone, which the queue says in these words', async () => {
    const found = await openCaseOf(all)
    await root()`insert into app.case_proposals (case_id, office_id, sensitivity, risk, restrict_proposed, rules, clocks, chosen_risk,
        open_reason, rated_by, rated_at)
      values (${found.id}, 'MOP', 'S3', 'HIGH', true, '{GBV_NEAR}', '{}', 'HIGH', 'PERSON_VIEW', ${all.lead.id}, clock.casework_now())`
    await on(found, 'SEE_LOWER_RISK', 10)
    await closed(found)
    await opened(found)
    const { view } = await reading(all.supervisor, (ctx) => viewQueue(ctx, { kind: 'task' }))
    expect(view.rows.filter(({ code }) => code === found.code).map(({ taskKind }) => taskKind)).toEqual([
      'SEE_LOWER_RISK-OPEN',
    ])
  })
})

describe('a file that the person ended and wants again', () => {
  test('asks for care in time as before', async () => {
    const found = await openCaseOf(all)
    await on(found, 'CARE_PEP', 42)
    const before = await dueOf(found)
    await send(withdraw, all.lead, found.code, { withdrawReason: 'NOT_SAID' })
    expect(await openTasks(found.id)).toEqual([])
    await send(consent, all.lead, found.code, {
      purpose: 'CASE_MGMT',
      answer: 'GIVEN',
      giver: 'SELF',
      mode: 'SIGN',
      language: 'fra',
      capacity: 'CAN',
    })
    const back = await send(giveBack, all.supervisor, found.code)
    expect(back.headers.get('location')).toContain('done=wanted-again')
    expect((await dueOf(found)).CARE_PEP).toEqual(before.CARE_PEP)
  })
})
