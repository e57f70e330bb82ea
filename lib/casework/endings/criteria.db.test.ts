import { beforeAll, expect, test } from 'vitest'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { prepareAskClosure, prepareClose } from '@/lib/desks/case-file/prepare-closing'
import { root } from '@/lib/testing/database'
import { type Around, around, goalsMet, openCaseOf, send } from '@/lib/testing/factories/open-case'
import { about, agreeOn, landed } from '@/lib/testing/factories/plans'
import { reading } from '@/lib/testing/reading'
import { draftIn } from '@/lib/testing/requests'

let all: Around
beforeAll(async () => {
  all = await around()
})

/** A plan against distress whose one action was left, so that nothing holds the closing back. */
async function planned() {
  const one = await openCaseOf(all)
  await about(one.id, ['MHP_DIST'])
  expect(await landed(agreeOn(all.lead, one.code, { actions: ['DISTRESS_A1'] }))).toContain('done=agreed')
  await root()`update app.plan_actions set state = 'DONE', done_on = agreed_on, ended_by = ${all.lead.id}, ended_at = clock.casework_now()
    where case_id = ${one.id}`
  await root()`update app.tasks set state = 'DONE', done_by = ${all.lead.id}, done_at = clock.casework_now() where case_id = ${one.id} and kind = 'PLAN_ACTION' and state = 'OPEN'`
  return one
}

test('the criteria of the plan stand where closing is asked for, with how far the plan has come', async () => {
  const { code } = await planned()
  const page = await reading(all.lead, (ctx) => prepareAskClosure(ctx, code, { reason: 'GOALS_MET' }))
  expect('view' in page && page.view ? page.view.criteria : []).toMatchObject([
    { template: 'DISTRESS', goals: { met: 0, all: 1 }, actions: { done: 1, all: 1 } },
  ])
})

test('what is said to be met is read by whoever decides; what the plan does not have is not taken', async () => {
  const { id, code } = await planned()
  expect(
    draftIn(await send(askClosure, all.lead, code, { ...goalsMet, criteria: ['SUICIDE_C1'] })),
  ).toBeDefined()
  const answer = await send(askClosure, all.lead, code, { ...goalsMet, criteria: ['DISTRESS_C1'] })
  expect([answer.status, draftIn(answer)]).toEqual([303, undefined])
  expect(await root()`select criteria from app.case_closings where case_id = ${id}`).toEqual([
    { criteria: ['DISTRESS_C1'] },
  ])
  const page = await reading(all.supervisor, (ctx) => prepareClose(ctx, code, {}))
  expect('view' in page && page.view ? page.view.said?.criteria : undefined).toEqual(['DISTRESS_C1'])
})
