import { expect, test } from 'vitest'
import { approvalLimit, needsApproval } from './approval'

test('a plan of high risk, of a child, of an age or a risk that nobody knows needs a supervisor; no other does', () => {
  const needs = (risk: string | null, child: 'YES' | 'NO' | 'MAYBE' | 'UNKNOWN') =>
    needsApproval({ risk, child })
  expect([
    needs('HIGH', 'NO'),
    needs(null, 'NO'),
    needs('LOW', 'YES'),
    needs('LOW', 'MAYBE'),
    needs('LOW', 'UNKNOWN'),
  ]).toEqual([true, true, true, true, true])
  expect([needs('MEDIUM', 'NO'), needs('LOW', 'NO'), needs('NONE', 'NO')]).toEqual([false, false, false])
})

test('each has its own limit for the answer', () => {
  expect(approvalLimit({ risk: 'HIGH', child: 'YES' })).toBe('plan.approve.HIGH')
  expect(approvalLimit({ risk: 'LOW', child: 'MAYBE' })).toBe('plan.approve.CHILD')
  expect(approvalLimit({ risk: 'LOW', child: 'NO' })).toBe('plan.approve.OTHER')
})
