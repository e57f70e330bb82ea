import { beforeAll, expect, test } from 'vitest'
import { POST as moveDate } from '@/app/api/v1/cases/[code]/plan/actions/[id]/date/route'
import { as, presenting } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { type Around, around, openCaseOf } from '@/lib/testing/factories/open-case'
import { about, actionsOf, agreeOn, landed } from '@/lib/testing/factories/plans'
import { post } from '@/lib/testing/requests'
import { redatePlan } from './redate'

let all: Around
let id: string
let code: string
beforeAll(async () => {
  all = await around()
  ;({ id, code } = await openCaseOf(all, [], 'HIGH'))
  await about(id, ['MHP_DIST'])
  await agreeOn(all.lead, code, { actions: ['DISTRESS_A1'] })
})

/** As the lead, with nothing of ours in between. */
const past = (sql: string) => presenting(raw('web'), all.lead.token, (tx) => tx.unsafe(sql))
const change = (set: string) =>
  past(`update app.plan_actions set ${set}, version = version + 1 where case_id = '${id}'`)
const added = (due: string, by: string) =>
  past(`insert into app.plan_actions (id, case_id, office_id, sensitivity, goal_id, owner, key_id, words, agreed_on, limit_hours, limit_days,
      limit_risk, counted_from, due_at, due_by, added_by, added_at)
    select gen_random_uuid(), g.case_id, g.office_id, g.sensitivity, g.id, 'US', g.key_id, '\\x00', app_day, 4, 3, 'follow-up', clock.casework_now(),
      clock.casework_now() + interval '${due}', '${by}', '${all.lead.id}', clock.casework_now()
    from app.plan_goals g, (select (clock.casework_now() at time zone 'UTC')::date as app_day) d where g.case_id = '${id}' limit 1`)

test('an action is put off by nobody without a reason, also past the pages', async () => {
  await expect(change(`due_at = due_at + interval '90 days'`)).rejects.toThrow('put off without a reason')
  await expect(change(`due_at = due_at + interval '90 days', due_by = 'CHOSEN'`)).rejects.toThrow(
    'put off without a reason',
  )
  await expect(
    change(`due_at = due_at + interval '90 days', redated_at = clock.casework_now()`),
  ).rejects.toThrow('put off without')
  await expect(
    change(`due_at = due_at + interval '90 days', redated_at = clock.casework_now(), risk = 'LOW'`),
  ).rejects.toThrow('put off without')
})

test('a new one is due where its limit puts it', async () => {
  await expect(added('5 hours', 'HOURS')).rejects.toThrow('later than its limit')
  await expect(added('6 days', 'DAYS')).rejects.toThrow('later than its limit')
  await expect(added('200 days', 'RISK')).rejects.toThrow('later than its limit')
  for (const [due, by] of [
    ['4 hours', 'HOURS'],
    ['3 days', 'DAYS'],
  ] as const)
    expect((await added(due, by)).count).toBe(1)
})

test('a lowered risk still moves what comes from it, and a chosen date its reason', async () => {
  await root()`update app.cases set risk = 'LOW' where id = ${id}`
  expect(await as(all.lead, (ctx) => redatePlan(ctx, { id }, 'LOW'))).toBeGreaterThan(0)
  const action = (await actionsOf(id)).find(({ template }) => template === 'DISTRESS_A1')
  expect(action?.risk).toBe('LOW')
  const values = { newDate: '30/11/2014', dateReason: 'PERSON_CHOSE', _version: String(action?.version) }
  expect(
    await landed(post(moveDate, { as: all.lead, params: { code, id: String(action?.id) }, values })),
  ).toContain('done=date')
})
