import { expect, test } from 'vitest'
import { POST as attempt } from '@/app/api/v1/cases/[code]/attempts/route'
import { POST as followUp } from '@/app/api/v1/cases/[code]/follow-ups/route'
import { POST as approve } from '@/app/api/v1/cases/[code]/plan/approve/route'
import { POST as review } from '@/app/api/v1/cases/[code]/reviews/route'
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
