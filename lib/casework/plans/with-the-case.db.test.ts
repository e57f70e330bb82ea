import { beforeAll, expect, test } from 'vitest'
import { caseInReach } from '@/lib/casework/cases/scope'
import { blockersOf } from '@/lib/casework/endings/blockers'
import { as } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Around, around, openCaseOf, openTasks } from '@/lib/testing/factories/open-case'
import { about, actionsOf, actionUnder, agreeOn, goalOf, planOf } from '@/lib/testing/factories/plans'
import { redatePlan } from './redate'

let all: Around
beforeAll(async () => {
  all = await around()
})

test('an open action holds a closing back, and may be left with a reason; done, it holds nothing', async () => {
  const { id, code } = await openCaseOf(all)
  const goal = await goalOf(all.lead, code)
  await actionUnder(all.lead, { code, goal }, {})
  const held = () =>
    as(all.lead, async (ctx) => {
      const found = await caseInReach(ctx, code)
      return found ? blockersOf(ctx, found.record, 'GOALS_MET') : []
    })
  expect(await held()).toMatchObject([{ kind: 'OPEN_TASK', leave: true, a: 'PLAN_ACTION', b: 'action' }])
  const told = await root()`select kind, leavable from app.closing_blockers(${id}, 'GOALS_MET')`
  expect(told.map((row) => ({ ...row }))).toEqual([{ kind: 'OPEN_TASK', leavable: true }])
  await root()`update app.plan_actions set state = 'DONE', done_on = current_date, ended_by = ${all.lead.id}, ended_at = clock.casework_now()
    where case_id = ${id}`
  expect(await held()).toEqual([])
})

test('a referral of its service carries an action at a partner, and shows how far it is', async () => {
  const { id, code } = await openCaseOf(all, ['SENT'])
  const goal = await goalOf(all.lead, code)
  await actionUnder(all.lead, { code, goal }, { owner: 'PARTNER', service: 'CP_BIA' })
  await actionUnder(all.lead, { code, goal }, { owner: 'PARTNER', service: 'FTR_TRACE' })
  const view = await planOf(all.lead, code)
  expect(
    view.goals[0]?.actions.map(({ service, referral }) => [service, referral?.state]).toSorted(),
  ).toEqual([
    ['CP_BIA', 'SENT'],
    ['FTR_TRACE', undefined],
  ])
  const asks =
    await root()`select reason, state from app.tasks where case_id = ${id} and kind = 'PLAN_ACTION' and state = 'OPEN'`
  expect(asks.map(({ reason }) => reason)).toEqual(['FTR_TRACE'])
})

test('a changed risk moves the dates that come from it, and says when; a chosen date stays', async () => {
  const { id, code } = await openCaseOf(all, [], 'LOW')
  await about(id, ['MHP_DIST'])
  await agreeOn(all.lead, code, { actions: ['DISTRESS_A1', 'DISTRESS_A2'] })
  const [goal] = (await planOf(all.lead, code)).goals
  await actionUnder(all.lead, { code, goal: String(goal?.id) }, { dueOn: '20/7/2014' })
  const before = await actionsOf(id)
  expect(await as(all.lead, (ctx) => redatePlan(ctx, { id }, 'HIGH'))).toBe(1)
  const after = await actionsOf(id)
  const of = (rows: typeof before, template: string | null) => rows.find((row) => row.template === template)
  expect(of(after, 'DISTRESS_A1')?.due_at < of(before, 'DISTRESS_A1')?.due_at).toBe(true)
  expect(of(after, 'DISTRESS_A1')?.redated_at).toBeInstanceOf(Date)
  for (const kept of ['DISTRESS_A2', null]) expect(of(after, kept)?.due_at).toEqual(of(before, kept)?.due_at)
  expect(await openTasks(id)).toEqual(['PLAN_ACTION', 'PLAN_ACTION', 'PLAN_ACTION'])
})
