import { expect, test } from 'vitest'
import { POST as assess } from '@/app/api/v1/cases/[code]/assessments/[which]/route'
import { POST as attempt } from '@/app/api/v1/cases/[code]/attempts/route'
import { POST as followUp } from '@/app/api/v1/cases/[code]/follow-ups/route'
import { POST as approve } from '@/app/api/v1/cases/[code]/plan/approve/route'
import { POST as review } from '@/app/api/v1/cases/[code]/reviews/route'
import { signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { around, openCaseOf } from '@/lib/testing/factories/open-case'
import { about, agreeOn } from '@/lib/testing/factories/plans'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { viewCase } from './case-file'

test('the timeline tells contacts, attempts, reviews and what became of the plan', async () => {
  const all = await around()
  const { id, code } = await openCaseOf(all, [], 'HIGH')
  await about(id, ['MHP_DIST'])
  const said = { as: all.lead, params: { code } }
  const common = { channel: 'PHONE', followedOn: '30/6/2014', words: '' }
  await post(followUp, { ...said, values: { ...common, type: 'PHONE', outcome: 'WORRY' } })
  await post(attempt, { ...said, values: { ...common, result: 'NO_ANSWER' } })
  await post(review, {
    ...said,
    values: { reviewedOn: '30/6/2014', saidWith: 'PERSON', leadsTo: 'PLAN', words: '' },
  })
  await agreeOn(all.lead, code, { actions: ['DISTRESS_A1'] })
  await post(approve, { as: all.supervisor, params: { code }, values: {} })

  const found = await reading(all.supervisor, (ctx) => viewCase(ctx, code))
  const lines = 'view' in found && found.view ? found.view.events : []
  const told = lines.map(({ kind, a, c, d }) => [kind, a, d ?? c].filter(Boolean).join(' '))
  expect(told).toEqual(
    expect.arrayContaining([
      'follow PHONE WORRY',
      'follow FAILED NO_ANSWER',
      'review PERSON',
      'plan ASKED',
      'plan APPROVED',
    ]),
  )
})

test('and that a danger of suicide was assessed, which the reasons of the risk know, but not what came of it', async () => {
  const all = await around()
  const { id, code } = await openCaseOf(all, [], 'HIGH')
  const psychologist = await signedIn('PSYCHOLOGIST', 'MOP')
  await root()`insert into app.case_members (case_id, user_id, capacity) values (${id}, ${psychologist.id}, 'MEMBER')`
  const seen = async () => {
    const found = await reading(all.lead, (ctx) => viewCase(ctx, code))
    if (!('view' in found) || !found.view) throw new Error('no case to see')
    return found.view
  }
  expect((await seen()).assessedAt).toBeNull()
  const answers = { su_wish: 'NO', su_think: 'NO', su_tried: 'NO', su_alone: 'NO', su_person: 'Sa sœur' }
  const answer = await post(assess, {
    as: psychologist,
    params: { code, which: 'PSY_SUICIDE' },
    values: { ...answers, su_level: 'NONE', su_next: '2/7/2014', step: 'finish', _version: '0' },
  })
  expect(answer.headers.get('location')).toContain('done=assessed')
  const [row] = await root()`select id, finished_at from app.assessments where case_id = ${id}`
  const { assessedAt, events } = await seen()
  expect(assessedAt).toEqual(row?.finished_at)
  expect(events.find(({ kind }) => kind === 'assessed')).toMatchObject({
    id: row?.id,
    a: 'PSY_SUICIDE',
    b: null,
    c: null,
  })
})
