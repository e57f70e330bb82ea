import { beforeEach, expect, test } from 'vitest'
import { hoursAfter } from '@/lib/base/time/days'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { insertTask } from '@/lib/testing/factories/tasks'
import {
  draftReferral,
  ordinaryCase,
  TO_ACCEPTED,
  TO_SENT,
  TO_WAITING,
  walk,
} from '@/lib/testing/factories/walk'

let lead: SignedIn
let supervisor: SignedIn
let id: string
const [first, second] = [draftReferral({ service: 'MED_CMR' }), draftReferral({ service: 'FOOD_RATION' })]
let referral: string

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  const one = draftReferral({ service: 'MED_CMR' })
  const spec = ordinaryCase(lead.id, [one])
  id = spec.id
  referral = one.id
  await insertCases([spec])
  await root()`update app.cases set next_due_at = clock.casework_now() + interval '30 days' where id = ${id}`
})

const line = async () =>
  (
    await root()`select turn, subject_type as subject, subject_id as "subjectId", state, lead_id as lead,
    due_at as due from app.case_lines where case_id = ${id}`
  )[0]

/** What each stored line would be if it were drawn now. */
const drawnAnew =
  () => root()`select l.case_id, l.due_at, s.due_at as anew from app.case_lines l join app.cases c on c.id = l.case_id
  left join lateral (select * from app.steps_of(c) x order by x.due_at nulls last, x.rank, x.subject_id limit 1) s on true
  where (l.due_at, l.subject_type, l.subject_id, l.turn, l.state, l.lead_id, l.sensitivity, l.office_id, l.risk, l.last_contact_on)
    is distinct from (s.due_at, s.subject_type, s.subject_id, coalesce(s.turn, 'TEAM'), c.state, c.lead_id, c.sensitivity,
      c.office_id, c.risk, c.last_contact_on)`

test('a case begins with its own promise, and it is the team’s turn', async () => {
  expect(await line()).toMatchObject({ turn: 'TEAM', subject: 'case', subjectId: id, state: 'OPEN' })
})

test.each([
  ['that waits for approval', TO_WAITING, 'SUPERVISOR'],
  ['that was sent', TO_SENT, 'PARTNER'],
  ['that was accepted', TO_ACCEPTED, 'PARTNER'],
  ['with a question of the partner', [...TO_SENT, ['acknowledge', 'partner'], ['ask', 'partner']], 'TEAM'],
  ['that was declined', [...TO_SENT, ['acknowledge', 'partner'], ['decline', 'partner']], 'TEAM'],
] as const)('of a referral %s it says whose turn it is', async (_, steps, turn) => {
  await walk([referral], steps as never, supervisor.id)
  await root()`update app.referrals set due_at = clock.casework_now() + interval '1 hour' where id = ${referral}`
  expect(await line()).toMatchObject({ turn, subject: 'referral', subjectId: referral })
  expect(await drawnAnew()).toEqual([])
})

test('urgent work comes before a later promise, and goes with its end', async () => {
  const [{ now } = { now: new Date() }] = await root()`select clock.casework_now() as now`
  await insertTask({ kind: 'SEE_PERSON', subject: { type: 'case', id }, due: hoursAfter(now, 2) })
  expect(await line()).toMatchObject({ subject: 'task', turn: 'TEAM', due: hoursAfter(now, 2) })
  await root()`update app.tasks set state = 'DONE', done_at = clock.casework_now(), done_by = ${lead.id}, outcome = 'SAID_DONE'
    where case_id = ${id}`
  expect(await line()).toMatchObject({ subject: 'case' })
})

test('care that a partner has accepted is the partner’s turn, with the hour it always had', async () => {
  const [{ now } = { now: new Date() }] = await root()`select clock.casework_now() as now`
  await insertTask({ kind: 'CARE_PEP', subject: { type: 'case', id }, due: hoursAfter(now, 50) })
  expect(await line()).toMatchObject({ turn: 'TEAM', due: hoursAfter(now, 50) })
  await walk([referral], TO_ACCEPTED, supervisor.id)
  await root()`update app.referrals set due_at = clock.casework_now() + interval '9 days' where id = ${referral}`
  expect(await line()).toMatchObject({ subject: 'task', turn: 'PARTNER', due: hoursAfter(now, 50) })
})

test('harm and what a supervisor looks at are nobody’s step in a list', async () => {
  await insertTask({ kind: 'HARM', subject: { type: 'referral', id: referral }, due: new Date('2014-06-01') })
  expect(await line()).toMatchObject({ subject: 'case' })
})

test('an ended case has no line, and two who change one case at once leave a true one', async () => {
  const spec = ordinaryCase(lead.id, [first, second])
  await insertCases([spec])
  const sql = root()
  await Promise.all(
    [first.id, second.id].map((one, at) =>
      sql.begin(async (tx) => {
        await tx`update app.referrals set due_at = clock.casework_now() + ${at + 1} * interval '1 hour' where id = ${one}`
        await tx`select pg_sleep(0.05)`
      }),
    ),
  )
  expect(await drawnAnew()).toEqual([])
  // How a case may end is tried elsewhere.
  await sql`alter table app.cases disable trigger case_moves`
  await sql`update app.cases set state = 'CLOSED', closed_at = clock.casework_now(), closure_reason = 'GOALS_MET' where id = ${spec.id}`
  await sql`alter table app.cases enable trigger case_moves`
  expect(await sql`select from app.case_lines where case_id = ${spec.id}`).toEqual([])
})
