import { expect, test } from 'vitest'
import { criteriaOf } from './criteria'

test('a plan has the criteria of its templates, each with how far the plan has come', () => {
  const found = criteriaOf({
    goals: [
      { template: 'DISTRESS_G1', state: 'MET' },
      { template: 'SUICIDE_G1', state: 'OPEN' },
    ],
    actions: [
      { template: 'DISTRESS_A1', state: 'DONE' },
      { template: 'DISTRESS_A2', state: 'SKIPPED' },
      { template: 'DISTRESS_A4', state: 'OPEN' },
    ],
  })
  expect(found.map(({ template, goals, actions }) => [template, goals, actions])).toEqual([
    ['SUICIDE', { met: 0, all: 1 }, { done: 0, all: 0 }],
    ['DISTRESS', { met: 1, all: 1 }, { done: 1, all: 2 }],
  ])
  expect(found.flatMap(({ close }) => close.map(({ id }) => id))).toEqual(['SUICIDE_C1', 'DISTRESS_C1'])
})

test('goals of the person’s own, and a case without a plan, bring no criterion', () => {
  expect(criteriaOf({ goals: [{ template: null, state: 'MET' }], actions: null })).toEqual([])
  expect(criteriaOf({ goals: null, actions: null })).toEqual([])
})
