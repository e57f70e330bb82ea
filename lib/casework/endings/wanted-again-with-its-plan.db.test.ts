import { beforeAll, expect, test } from 'vitest'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as reopen } from '@/app/api/v1/cases/[code]/reopen/route'
import { viewFollowUps } from '@/lib/desks/case-file/view-follow-ups'
import { root } from '@/lib/testing/database'
import { type Around, around, goalsMet, openCaseOf, openTasks, send } from '@/lib/testing/factories/open-case'
import { about, actionUnder, agreeOn, planOf } from '@/lib/testing/factories/plans'
import { reading } from '@/lib/testing/reading'

let all: Around
beforeAll(async () => {
  all = await around()
})

type Found = Awaited<ReturnType<typeof openCaseOf>>

async function closed({ id, code }: Found): Promise<void> {
  const waiting = await root()`select id from app.tasks where case_id = ${id} and state = 'OPEN'`
  const asked = await send(askClosure, all.lead, code, {
    ...goalsMet,
    left: waiting.map((task) => `${task.id}:GOES_ON`),
  })
  expect(asked.headers.get('location')).not.toContain('draft=')
  expect((await send(close, all.supervisor, code)).headers.get('location')).toContain('done=')
}
const reopened = async ({ code }: Found) =>
  expect(
    (await send(reopen, all.lead, code, { reopenReason: 'CAME_BACK' })).headers.get('location'),
  ).toContain('done=reopened')
const actionsOf = (id: string) =>
  root()`select template, state, due_at, counted_from from app.plan_actions where case_id = ${id} order by template nulls last`
const dueTasks = async (id: string) =>
  (
    await root()`select due_at from app.tasks where case_id = ${id} and state = 'OPEN' and kind = 'PLAN_ACTION' order by due_at`
  ).map((row) => row.due_at.getTime())
const nextOf = async (id: string) =>
  (
    await root()`select next_due_kind as kind, next_due_at > clock.casework_now() as ahead from app.cases where id = ${id}`
  )[0]

async function withPlan(): Promise<Found> {
  const found = await openCaseOf(all, [], 'LOW')
  await about(found.id, ['MHP_DIST'])
  await agreeOn(all.lead, found.code, { actions: ['DISTRESS_A1', 'DISTRESS_A2'] })
  const [goal] = (await planOf(all.lead, found.code)).goals
  await actionUnder(all.lead, { code: found.code, goal: String(goal?.id) }, { dueOn: '20/7/2014' })
  return found
}

test('a closed case asks nothing of its plan; opened again, what was open is work again on the days it had', async () => {
  const found = await withPlan()
  const before = await dueTasks(found.id)
  expect(before).toHaveLength(3)
  await closed(found)
  expect(await openTasks(found.id)).toEqual([])
  expect((await actionsOf(found.id)).map(({ state }) => state)).toEqual(['OPEN', 'OPEN', 'OPEN'])
  await reopened(found)
  expect(await dueTasks(found.id)).toEqual(before)
})

test('what became due while the case was closed gets its whole time again; what was done stays done', async () => {
  const found = await withPlan()
  await root()`update app.plan_actions set state = 'DONE', done_on = current_date, ended_by = ${all.lead.id}, ended_at = clock.casework_now()
    where case_id = ${found.id} and template = 'DISTRESS_A2'`
  await closed(found)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.plan_actions set due_at = due_at - interval '60 days', counted_from = counted_from - interval '60 days'
      where case_id = ${found.id} and template = 'DISTRESS_A1'`
  })
  await reopened(found)
  const rows = await actionsOf(found.id)
  const now = (await root()`select clock.casework_now() as now`)[0]?.now.getTime()
  const again = rows.find(({ template }) => template === 'DISTRESS_A1')
  expect(again?.due_at.getTime()).toBeGreaterThan(now)
  expect(Math.abs(again?.counted_from.getTime() - now)).toBeLessThan(600_000)
  expect(rows.find(({ template }) => template === 'DISTRESS_A2')?.state).toBe('DONE')
  expect(await dueTasks(found.id)).toHaveLength(2)
})

test('the clock of the next contact begins again, and its follow-ups, reviews and appointments can be read as before', async () => {
  const found = await withPlan()
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`insert into app.follow_ups (id, case_id, office_id, sensitivity, type, channel, on_day, outcome, recorded_by, recorded_at)
      select gen_random_uuid(), c.id, c.office_id, c.sensitivity, 'PHONE', 'PHONE', '2014-06-20', 'SAFE', ${all.lead.id}, '2014-06-20 10:00Z'
      from app.cases c where c.id = ${found.id}`
  })
  const listed = async () => {
    const view = await reading(all.lead, (ctx) => viewFollowUps(ctx, found.code))
    return 'view' in view ? view.view?.follow.length : undefined
  }
  const before = await listed()
  await closed(found)
  expect((await nextOf(found.id))?.kind).toBeNull()
  expect(await listed()).toBe(before)
  expect(before).toBe(1)
  await reopened(found)
  expect(await nextOf(found.id)).toMatchObject({ ahead: true })
  expect((await nextOf(found.id))?.kind).not.toBeNull()
  expect(await listed()).toBe(before)
})
