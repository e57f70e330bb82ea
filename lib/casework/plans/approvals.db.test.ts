import { beforeAll, describe, expect, test } from 'vitest'
import { POST as moveDate } from '@/app/api/v1/cases/[code]/plan/actions/[id]/date/route'
import { POST as skip } from '@/app/api/v1/cases/[code]/plan/actions/[id]/skip/route'
import { POST as approve } from '@/app/api/v1/cases/[code]/plan/approve/route'
import { POST as askAgain } from '@/app/api/v1/cases/[code]/plan/ask/route'
import { POST as changeGoal } from '@/app/api/v1/cases/[code]/plan/goals/[id]/route'
import { POST as giveBack } from '@/app/api/v1/cases/[code]/plan/return/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Around, around, openCaseOf, openTasks } from '@/lib/testing/factories/open-case'
import { about, actionsOf, agreeOn, landed, planOf, status } from '@/lib/testing/factories/plans'
import { post } from '@/lib/testing/requests'

let all: Around
beforeAll(async () => {
  all = await around()
})
/** An open case of somebody in distress. */
async function aCase(risk: string) {
  const one = await openCaseOf(all, [], risk)
  await about(one.id, ['MHP_DIST'])
  return one
}

describe('a supervisor’s word on a plan', () => {
  test('is asked in the same save where the risk is high; the actions have begun; approved once', async () => {
    const { id, code } = await aCase('HIGH')
    expect(await landed(agreeOn(all.lead, code, { actions: ['DISTRESS_A1'] }))).toBe(
      `/cases/${code}/plan?done=agreed-asked`,
    )
    expect(await openTasks(id)).toEqual(['APPROVE_PLAN', 'PLAN_ACTION'])
    const pressed = (who: SignedIn, version: string) =>
      post(approve, { as: who, params: { code }, values: { _version: version } })
    expect(await status(pressed(all.lead, '1'))).toBe(403)
    expect(await status(pressed(await signedIn('SUPERVISOR', 'GAO'), '1'))).toBe(404)
    // What was added since it was read has another version.
    await agreeOn(all.lead, code, { actions: ['DISTRESS_A2'] })
    expect(await landed(pressed(all.supervisor, '1'))).toContain('draft=')
    expect(await landed(pressed(all.supervisor, '2'))).toBe(`/cases/${code}/plan?done=approved`)
    expect(await openTasks(id)).toEqual(['PLAN_ACTION', 'PLAN_ACTION'])
    expect(await status(pressed(all.supervisor, '3'))).toBe(403)
  })

  test('is about what was read: another word, date or a left action meanwhile is another plan', async () => {
    const { id, code } = await aCase('HIGH')
    await agreeOn(all.lead, code, { actions: ['DISTRESS_A1', 'DISTRESS_A2'] })
    const [first, last] = await actionsOf(id)
    const [goal] = await root()`select id, version from app.plan_goals where case_id = ${id}`
    const changes = [
      post(changeGoal, {
        as: all.lead,
        params: { code, id: String(goal?.id) },
        values: {
          title: '',
          said: 'Autre chose',
          place: '1',
          goalState: 'OPEN',
          _version: String(goal?.version),
        },
      }),
      post(moveDate, {
        as: all.lead,
        params: { code, id: String(first?.id) },
        values: { newDate: '30/11/2014', dateReason: 'PERSON_CHOSE', _version: '1' },
      }),
      post(skip, {
        as: all.lead,
        params: { code, id: String(last?.id) },
        values: { skipReason: 'NOT_WANTED', _version: '1' },
      }),
    ]
    for (const change of changes) expect(await landed(change)).toContain('done=')
    const [asked] = await root()`select version, decided from app.plan_approvals where case_id = ${id}`
    expect(asked).toEqual({ version: 4, decided: null })
    const pressed = (version: string) =>
      post(approve, { as: all.supervisor, params: { code }, values: { _version: version } })
    expect(await landed(pressed('1'))).toContain('draft=')
    expect(await landed(pressed('4'))).toContain('done=approved')
  })

  test('comes back with words that the team reads, as a task that ends when it is asked again', async () => {
    const { id, code } = await aCase('HIGH')
    await agreeOn(all.lead, code, { actions: ['DISTRESS_A1'] })
    const comment = 'Voyez d’abord la psychologue.'
    const back = (values: Record<string, string>) =>
      post(giveBack, { as: all.supervisor, params: { code }, values: { _version: '1', ...values } })
    expect(await landed(back({}))).toContain('draft=')
    expect(await landed(back({ comment }))).toBe(`/cases/${code}/plan?done=returned`)
    expect(await openTasks(id)).toEqual(['PLAN_ACTION', 'PLAN_RETURNED'])
    const view = await planOf(all.lead, code)
    expect([view.comment, view.may.ask]).toEqual([comment, true])
    expect(await status(post(askAgain, { as: all.lead, params: { code } }))).toBe(303)
    expect(await openTasks(id)).toEqual(['APPROVE_PLAN', 'PLAN_ACTION'])
    expect(await status(post(askAgain, { as: all.lead, params: { code } }))).toBe(403)
  })

  test('is asked for a low risk where the team wants it, and there alone', async () => {
    const { id, code } = await aCase('LOW')
    await agreeOn(all.lead, code, { actions: ['DISTRESS_A1'] })
    expect(await openTasks(id)).toEqual(['PLAN_ACTION'])
    await agreeOn(all.lead, code, { actions: ['DISTRESS_A2'], ask: 'on' })
    expect(await openTasks(id)).toEqual(['APPROVE_PLAN', 'PLAN_ACTION', 'PLAN_ACTION'])
  })
})
