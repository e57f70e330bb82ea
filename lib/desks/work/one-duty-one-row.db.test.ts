import { beforeAll, expect, test } from 'vitest'
import { waitingPage } from '@/lib/casework/tasks/waiting'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { insertTask } from '@/lib/testing/factories/tasks'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { caseworkerDay } from './caseworker-day'
import { supervisorDay } from './supervisor-day'

let lead: SignedIn
let supervisor: SignedIn
const ids = { contested: '', asked: '', serving: '' }

const SERVED = [
  ...TO_ACKNOWLEDGED,
  ['accept', 'partner'],
  ['complete', 'partner'],
  ['contest', 'team'],
] as const

async function one(steps: Parameters<typeof walk>[1]): Promise<string> {
  const draft = draftReferral()
  await insertCases([ordinaryCase(lead.id, [draft])])
  await walk([draft.id], steps, supervisor.id)
  return draft.id
}
const lateBy = (id: string, kind: string) =>
  root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.referrals set due_kind = ${kind}, due_at = clock.casework_now() - interval '5 hours' where id = ${id}`
  })

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  ids.contested = await one(SERVED)
  ids.asked = await one([...TO_ACKNOWLEDGED, ['ask', 'partner']])
  ids.serving = await one([...TO_ACKNOWLEDGED, ['accept', 'partner']])
  await root()`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity)
    select 'NOT_CONFIRMED', 'referral', r.id, r.case_id, r.office_id, r.sensitivity from app.referrals r where r.id = ${ids.contested}`
  await lateBy(ids.contested, 'follow-on')
  await lateBy(ids.asked, 'reply')
  await lateBy(ids.serving, 'feedback')
})

const rowsOf = async (id: string) =>
  (await as(lead, (ctx) => caseworkerDay(ctx, 'late'))).due.filter(({ referral }) => referral === id)

test('a service that was not received is one duty: one row, said as what it is', async () => {
  expect(await rowsOf(ids.contested)).toMatchObject([{ bucket: 'late', kind: 'contested' }])
})

test('a partner’s question that waits for us is late on our home, and is not the partner’s silence', async () => {
  expect(await rowsOf(ids.asked)).toMatchObject([{ bucket: 'late', kind: 'reply' }])
  const { silent } = await as(supervisor, supervisorDay)
  expect(silent.map(({ id }) => id)).not.toContain(ids.asked)
})

test('a partner that took a referral and never reported is seen by the lead and the supervisor', async () => {
  expect(await rowsOf(ids.serving)).toMatchObject([{ bucket: 'late', kind: 'feedback' }])
  const { rows } = await as(supervisor, (ctx) => waitingPage(ctx, { kind: 'unreported', size: 50 }))
  expect(rows).toMatchObject([{ id: ids.serving, late: true }])
})

test('what a lead carries late is what their own home says, by one rule', async () => {
  const { due } = await as(lead, (ctx) => caseworkerDay(ctx, 'late'))
  const late = due.filter(({ bucket }) => bucket === 'late').length
  expect(late).toBeGreaterThanOrEqual(3)
  const { people } = await as(supervisor, supervisorDay)
  expect(people.filter((person) => person.late > 0)).toMatchObject([{ late, office: 'Mopti' }])
})

test('a case that began with a danger to life says so until somebody has acted', async () => {
  const file = ordinaryCase(lead.id, [])
  await insertCases([file])
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`insert into app.alerts (id, code, flow_point, office_id, raised_by, seen_on, urgency, sex, age, nationality,
        vulnerabilities, contact_agreed, key_id, identity, raised_at, state, case_id, case_sensitivity,
        case_office_id, triaged_at, triaged_by)
      values (gen_random_uuid(), 'S-111-11A', 'FMP_MOP', 'MOP', ${lead.id}, '2014-06-30', 'EMERGENCY', 'F', 10, 'MLI', '{NONE}', 'YES',
        gen_random_uuid(), '\\x00', clock.casework_now(), 'CASE_OPENED', ${file.id}, 'S3', 'MOP',
        clock.casework_now(), ${supervisor.id})`
  })
  const urgentWith = async (kind: string) => {
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.cases set next_due_kind = ${kind}, next_due_at = clock.casework_now() - interval '1 hour'
        where id = ${file.id}`
    })
    const [row] = await root()`select code from app.cases where id = ${file.id}`
    const { due } = await as(lead, (ctx) => caseworkerDay(ctx, 'late'))
    return due.find(({ code }) => code === row?.code)?.urgent
  }
  expect(await urgentWith('first-action')).toBe(true)
  expect(await urgentWith('follow-up')).toBe(false)
  // A partner took the referral, and she was not seen: the danger is not over, and belongs to today.
  await insertTask({
    kind: 'SEE_PERSON',
    subject: { type: 'case', id: file.id },
    due: new Date(Date.now() + 400 * 86_400_000),
  })
  await root()`update app.tasks set due_at = clock.casework_now() + interval '30 hours' where case_id = ${file.id}`
  expect(await urgentWith('follow-up')).toBe(true)
  const today = await as(lead, (ctx) => caseworkerDay(ctx, 'today'))
  expect(today.due.find(({ bucket }) => bucket === 'today')).toMatchObject({
    kind: 'task-SEE_PERSON',
    urgent: true,
  })
})

test('without an answer is one figure: the tile, the tab it opens, the table and the relay', async () => {
  const waits = await one([...TO_ACKNOWLEDGED])
  const late = await one([...TO_ACKNOWLEDGED])
  const unread = await one([...TO_ACKNOWLEDGED])
  await lateBy(late, 'decide')
  await lateBy(unread, 'decide')
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.referrals set due_at = clock.casework_now() + interval '5 hours' where id = ${waits}`
    // Sent in an emergency and to be read again: it waits there, once.
    await tx`update app.referrals set emergency_path = true, author_id = ${lead.id} where id = ${unread}`
  })
  const day = await as(supervisor, supervisorDay)
  const tab = await as(supervisor, (ctx) => waitingPage(ctx, { kind: 'silent', size: 500 }))
  const ids = tab.rows.map(({ id }) => id)
  expect(ids).toContain(late)
  expect(ids).not.toContain(waits)
  expect(ids).not.toContain(unread)
  expect(day.relay.silent).toBe(ids.length)
  expect(day.waiting.counts.silent).toBe(ids.length)
  expect(day.silent.map(({ id }) => id)).toEqual(ids.slice(0, 5))
  const open = await root()`select count(*)::int as n from app.referrals where office_id = 'MOP'
    and state in ('DRAFT', 'RETURNED', 'PENDING_APPROVAL', 'APPROVED', 'INFO_REQUESTED', 'SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS',
      'COMPLETED', 'CONTESTED', 'NOT_ACCESSED')`
  expect(day.relay.us + day.relay.them + day.relay.silent, 'every open one once').toBe(open[0]?.n)
})
