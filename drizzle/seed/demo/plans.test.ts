import { expect, test } from 'vitest'
import reference from '../reference/demo-plans.json'
import { planDemo } from './plan-demo'
import { planned } from './plans'

test('each told case of the demonstration carries the plan that the list tells', () => {
  const plans = planned(planDemo().files)
  expect(plans).toHaveLength(reference.cases.length)
  const told = reference.cases.map(({ plan }) => [plan.goals.length, plan.actions.length])
  const made = plans.map(({ plan }) => [plan.goals.length, plan.actions.length])
  expect(made.sort()).toEqual(told.sort())
})
