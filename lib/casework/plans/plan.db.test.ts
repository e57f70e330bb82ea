import { beforeAll, describe, expect, test } from 'vitest'
import { POST as hold } from '@/app/api/v1/cases/[code]/hold/route'
import { POST as moveDate } from '@/app/api/v1/cases/[code]/plan/actions/[id]/date/route'
import { POST as hand } from '@/app/api/v1/cases/[code]/plan/actions/[id]/hand-over/route'
import { POST as skip } from '@/app/api/v1/cases/[code]/plan/actions/[id]/skip/route'
import { POST as done } from '@/app/api/v1/cases/[code]/plan/done/route'
import { POST as changeGoal } from '@/app/api/v1/cases/[code]/plan/goals/[id]/route'
import { POST as undo } from '@/app/api/v1/cases/[code]/plan/undo/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Around, around, openCaseOf } from '@/lib/testing/factories/open-case'
import {
  about,
  actionsOf,
  actionUnder,
  agreeOn,
  goalOf,
  landed,
  planOf,
  status,
} from '@/lib/testing/factories/plans'
import { post } from '@/lib/testing/requests'

let all: Around
let elsewhere: SignedIn
beforeAll(async () => {
  all = await around()
  elsewhere = await signedIn('SOCIAL_WORKER', 'GAO')
})
/** An open case of somebody in distress. */
async function aCase(risk = 'MEDIUM') {
  const one = await openCaseOf(all, [], risk)
  await about(one.id, ['MHP_DIST'])
  return one
}
const tasksOf = (id: string) =>
  root()`select kind, subject_id, holder_id, due_at, state, outcome, done_by from app.tasks where case_id = ${id}
    and kind in ('PLAN_ACTION', 'APPROVE_PLAN', 'PLAN_RETURNED') order by opened_at, kind, due_at`

describe('a plan that is agreed', () => {
  test('has the ticked actions under the first goal, each with its date, its holder and its task', async () => {
    const { id, code } = await aCase()
    expect(
      await landed(agreeOn(all.lead, code, { actions: ['DISTRESS_A1', 'DISTRESS_A2', 'DISTRESS_A4'] })),
    ).toBe(`/cases/${code}/plan?done=agreed`)
    const { goals } = await planOf(all.lead, code)
    expect(goals.map(({ template, actions }) => [template, actions.length])).toEqual([['DISTRESS_G1', 3]])
    const actions = await actionsOf(id)
    expect(
      actions.map(({ template, owner, holder_id, due_by }) => [template, owner, holder_id, due_by]),
    ).toEqual([
      ['DISTRESS_A1', 'US', all.lead.id, 'RISK'],
      ['DISTRESS_A2', 'US', all.lead.id, 'DAYS'],
      ['DISTRESS_A4', 'PARTNER', null, 'DAYS'],
    ])
    const tasks = await tasksOf(id)
    expect(tasks.map(({ kind, state }) => [kind, state])).toEqual(Array(3).fill(['PLAN_ACTION', 'OPEN']))
    for (const action of actions)
      expect(tasks.find((task) => task.subject_id === action.id)).toMatchObject({
        holder_id: action.holder_id,
        due_at: action.due_at,
      })
  })

  test('takes nothing that is not offered, not again what it has, nothing of tomorrow, and nothing at all untouched', async () => {
    const { id, code } = await aCase()
    const refused = async (values: Parameters<typeof agreeOn>[2]) =>
      expect(await landed(agreeOn(all.lead, code, values))).toContain('draft=')
    await refused({ actions: ['EXPULSION_A1'] })
    await refused({ actions: ['Awa lives here'] })
    await refused({ actions: [] })
    await refused({ actions: ['DISTRESS_A1'], agreedOn: '1/7/2014' })
    await refused({ actions: ['DISTRESS_A1'], agreedOn: '1/2/2013' })
    expect(await actionsOf(id)).toHaveLength(0)
    await agreeOn(all.lead, code, { actions: ['DISTRESS_A1'] })
    await refused({ actions: ['DISTRESS_A1'] })
    expect(await actionsOf(id)).toHaveLength(1)
  })

  test('agreed yesterday is not late the moment it is written down', async () => {
    const { id, code } = await aCase()
    await agreeOn(all.lead, code, { actions: ['DISTRESS_A1'], agreedOn: '29/6/2014' })
    const [row] = await root()`select counted_from from app.plan_actions where case_id = ${id}`
    expect(row?.counted_from).toEqual(new Date('2014-06-29T17:00:00Z'))
  })

  test('is made by the team of an open case alone, and read by whoever reads the case', async () => {
    const { code } = await aCase()
    const values = { actions: ['DISTRESS_A1'] }
    expect(await status(agreeOn(all.supervisor, code, values))).toBe(403)
    expect(await status(agreeOn(elsewhere, code, values))).toBe(404)
    expect(await status(agreeOn(all.other, code, values))).toBe(303)
    expect((await planOf(all.supervisor, code)).goals).toHaveLength(1)
    await post(hold, {
      as: all.lead,
      params: { code },
      values: { holdReason: 'TRAVELLING', reviewOn: '20/7/2014' },
    })
    expect(await status(agreeOn(all.lead, code, { actions: ['DISTRESS_A2'] }))).toBe(409)
  })

  test('keeps the person’s words sealed: no column of the database says them', async () => {
    const { id, code } = await aCase()
    const goal = await goalOf(all.lead, code, 'Ne plus croiser mon oncle')
    await actionUnder(all.lead, { code, goal }, { action: 'Chercher une chambre chez Hawa' })
    const { goals } = await planOf(all.other, code)
    expect(goals[0]).toMatchObject({ title: 'Ne plus croiser mon oncle', said: 'Un endroit calme.' })
    expect(goals[0]?.actions[0]?.text).toBe('Chercher une chambre chez Hawa')
    const rows = await root()`select g::text as goal, a::text as action, encode(g.words, 'escape') as words
      from app.plan_goals g join app.plan_actions a on a.goal_id = g.id where g.case_id = ${id}`
    expect(JSON.stringify(rows)).not.toMatch(/oncle|Hawa|calme/)
    const said =
      await root()`select detail::text as detail from audit.events where case_id = ${id} and action like 'plan.%'`
    expect(JSON.stringify(said)).not.toMatch(/oncle|Hawa|calme/)
  })
})

describe('a goal that is over', () => {
  test('is not opened beside the same one that was agreed again: it says so, and anything else of it changes', async () => {
    const { id, code } = await aCase()
    const goals = () => root()`select id, state from app.plan_goals where case_id = ${id} order by added_at`
    await agreeOn(all.lead, code, { actions: ['DISTRESS_A2'] })
    const first = String((await goals())[0]?.id)
    const change = (goalState: string) =>
      post(changeGoal, {
        as: all.lead,
        params: { code, id: first },
        values: { said: '', place: '1', goalState },
      })
    expect(await status(change('MET'))).toBe(303)
    await agreeOn(all.lead, code, { actions: ['DISTRESS_A4'] })
    expect((await goals()).map(({ state }) => state)).toEqual(['MET', 'OPEN'])
    expect(await landed(change('OPEN'))).toContain('draft=')
    expect(await landed(change('LEFT'))).toBe(`/cases/${code}/plan?done=goal-changed`)
    expect((await goals()).map(({ state }) => state)).toEqual(['LEFT', 'OPEN'])
  })
})

describe('an action', () => {
  async function anAction(values: Record<string, string> = {}) {
    const one = await aCase()
    const goal = await goalOf(all.lead, one.code)
    await actionUnder(all.lead, { code: one.code, goal }, values)
    const [action] = await actionsOf(one.id)
    return { ...one, goal, action: String(action?.id) }
  }

  test('is done, and taken back on the next page, with its task', async () => {
    const { id, code, action } = await anAction()
    const on = `/cases/${code}/plan?done=done&which=${action}`
    expect(await landed(post(done, { as: all.other, params: { code }, values: { which: action } }))).toBe(on)
    expect((await actionsOf(id))[0]).toMatchObject({
      state: 'DONE',
      done_on: '2014-06-30',
      ended_by: all.other.id,
    })
    expect(await tasksOf(id)).toMatchObject([{ state: 'DONE', outcome: 'SAID_DONE', done_by: all.other.id }])
    expect(await status(post(done, { as: all.lead, params: { code }, values: { which: action } }))).toBe(409)
    expect(await status(post(undo, { as: all.lead, params: { code }, values: { which: action } }))).toBe(303)
    expect((await actionsOf(id))[0]).toMatchObject({ state: 'OPEN', done_on: null, ended_by: null })
    expect((await tasksOf(id)).map(({ state }) => state).toSorted()).toEqual(['DONE', 'OPEN'])
  })

  test('that ended more than a day ago stays as it is', async () => {
    const { id, code, action } = await anAction()
    await post(done, { as: all.lead, params: { code }, values: { which: action, doneOn: '28/6/2014' } })
    expect((await actionsOf(id))[0]).toMatchObject({ done_on: '2014-06-28' })
    await root()`update app.plan_actions set ended_at = ended_at - interval '25 hours' where id = ${action}`
    expect(await status(post(undo, { as: all.lead, params: { code }, values: { which: action } }))).toBe(403)
  })

  test('is done on no day to come', async () => {
    const { code, action } = await anAction()
    expect(
      await landed(
        post(done, { as: all.lead, params: { code }, values: { which: action, doneOn: '1/7/2014' } }),
      ),
    ).toContain('draft=')
  })

  test('is left with a code, and its task is dropped', async () => {
    const { id, code, action } = await anAction()
    const asked = (values: Record<string, string>) =>
      post(skip, { as: all.lead, params: { code, id: action }, values })
    expect(await landed(asked({ _version: '1' }))).toContain('draft=')
    expect(await status(asked({ skipReason: 'NOT_WANTED', _version: '1' }))).toBe(303)
    expect((await actionsOf(id))[0]).toMatchObject({ state: 'SKIPPED', skip_reason: 'NOT_WANTED' })
    expect(await tasksOf(id)).toMatchObject([{ state: 'DROPPED', outcome: 'SKIPPED' }])
  })

  test('gets another date with a reason, and its task follows', async () => {
    const { id, code, action } = await anAction()
    const asked = (newDate: string, version = '1') =>
      post(moveDate, {
        as: all.lead,
        params: { code, id: action },
        values: { newDate, dateReason: 'PROVIDER_DATE', _version: version },
      })
    expect(await landed(asked('29/6/2014'))).toContain('draft=')
    expect(await landed(asked('1/1/2016'))).toContain('draft=')
    expect(await landed(asked('15/7/2014'))).toBe(`/cases/${code}/plan?done=date`)
    const at = new Date('2014-07-15T17:00:00Z')
    expect((await actionsOf(id))[0]).toMatchObject({
      due_at: at,
      due_by: 'CHOSEN',
      moved_reason: 'PROVIDER_DATE',
    })
    expect(await tasksOf(id)).toMatchObject([
      { state: 'DROPPED', outcome: 'DATE_MOVED' },
      { state: 'OPEN', due_at: at },
    ])
    // Whoever saw the first date does not write over the second.
    expect(await landed(asked('16/7/2014'))).toContain('draft=')
    const [kept] = await root()`select changed, by_id from app.plan_events where action_id = ${action}`
    expect(kept).toMatchObject({ by_id: all.lead.id, changed: { due_by: ['RISK', 'CHOSEN'] } })
  })

  test('is handed to a colleague of the team, whose work it becomes; nobody else’s, and no partner’s', async () => {
    const { id, code, action } = await anAction()
    const to = (colleague: string, version = '1') =>
      post(hand, { as: all.lead, params: { code, id: action }, values: { colleague, _version: version } })
    for (const who of [elsewhere, all.supervisor, all.lead])
      expect(await landed(to(who.id))).toContain('draft=')
    expect(await landed(to(all.other.id))).toBe(`/cases/${code}/plan?done=handed`)
    expect((await tasksOf(id))[0]).toMatchObject({ holder_id: all.other.id })
    const theirs = await anAction({ owner: 'PERSON' })
    expect(
      await status(
        post(hand, {
          as: all.lead,
          params: { code: theirs.code, id: theirs.action },
          values: { colleague: all.other.id, _version: '1' },
        }),
      ),
    ).toBe(403)
  })

  test('of a partner names a service', async () => {
    const one = await aCase()
    const goal = await goalOf(all.lead, one.code)
    const asked = (values: Record<string, string>) =>
      landed(actionUnder(all.lead, { code: one.code, goal }, { owner: 'PARTNER', ...values }))
    expect(await asked({})).toContain('draft=')
    expect(await asked({ service: 'NO_SUCH' })).toContain('draft=')
    expect(await asked({ service: 'CP_BIA' })).toBe(`/cases/${one.code}/plan?done=action`)
  })
})
