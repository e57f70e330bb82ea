import { describe, expect, test } from 'vitest'
import { parseCode } from '@/lib/casework/numbers/case-code'
import { planDemo } from '../demo/plan-demo'
import { officeOf } from '../demo/records'
import { planCases } from './plan-cases'
import { EVERYWHERE, planStaffing } from './staffing'

const isOpen = (state: string) => !['CLOSED', 'TRANSFERRED', 'DUPLICATE'].includes(state)

test('a case of a staffing stays the same, however many are planned', () => {
  const staffing = planStaffing(5000)
  const [, second] = planCases(2, staffing)
  const [again] = planCases(1, staffing, 1)
  expect(again).toEqual(second)
})

test('codes are valid, distinct, and never those of the demonstration', () => {
  const codes = [...planCases(800, planStaffing(800))].map(({ case: file }) => file.code)
  for (const code of codes) expect(parseCode(code)).toBe(code)
  const demo = planDemo().files.map(({ case: file }) => file.code)
  expect(new Set([...codes, ...demo]).size).toBe(codes.length + demo.length)
}, 30_000)

describe('growth', () => {
  test.each([10_000, 100_000, 1_000_000])('gives %i cases to people who can carry them', (count) => {
    const { branches, open } = planStaffing(count)
    const workers = branches.map(({ caseworkers }) => Object.values(caseworkers).flat().length)
    expect(Math.max(...workers)).toBe(20)
    expect(workers.slice(0, -1).every((of) => of === 20)).toBe(true)
    const each = (open * count) / workers.reduce((sum, of) => sum + of, 0)
    expect(each).toBeGreaterThan(35)
    expect(each).toBeLessThan(45)
  })

  test('brings further offices and a longer past, and one supervisor of everything', () => {
    const [few, many] = [planStaffing(10_000), planStaffing(100_000)]
    expect(many.years).toBeGreaterThan(few.years * 2)
    expect(many.further.length).toBeGreaterThan(few.further.length)
    const everywhere = many.added.find(({ email }) => email === EVERYWHERE)
    expect(everywhere?.offices).toEqual(expect.arrayContaining(many.branches.map(({ officeId }) => officeId)))
  })

  test('leaves as many open on a desk when there are ten times as many', () => {
    const openEach = (count: number) => {
      const staffing = planStaffing(count)
      const files = [...planCases(3000, staffing)].filter((file) => isOpen(file.case.state))
      return (
        (files.length / 3000) *
        (count / staffing.branches.flatMap((b) => Object.values(b.caseworkers).flat()).length)
      )
    }
    const ratio = openEach(100_000) / openEach(10_000)
    expect(ratio).toBeGreaterThan(0.8)
    expect(ratio).toBeLessThan(1.25)
  }, 30_000)
})

test('a case of a further office is led, opened and decided there', () => {
  const staffing = planStaffing(100_000)
  const of = new Map(staffing.branches.map((branch) => [branch.officeId, branch]))
  for (const file of planCases(600, staffing)) {
    const branch = of.get(officeOf(file))
    const people = branch ? Object.values(branch.caseworkers).flat() : []
    expect(people).toContain(file.case.leadId)
    for (const id of file.case.namedSupervisorIds) expect(branch?.supervisors).toContain(id)
  }
})
