import { expect, test } from 'vitest'
import { DEFAULTS } from '@/lib/platform/settings/defaults'
import { approvalLimit, approvalReason } from './approval'

type Child = 'YES' | 'NO' | 'MAYBE' | 'UNKNOWN'
const given = Object.fromEntries(Object.entries(DEFAULTS).map(([key, { value }]) => [key, value]))
const why = (risk: string | null, child: Child, changed: Record<string, number> = {}) =>
  approvalReason({ risk, child }, { ...given, ...changed })

test('a plan of high risk, of a child, of an age or a risk that nobody knows needs a supervisor, and says why; no other does', () => {
  expect([
    why('HIGH', 'NO'),
    why(null, 'NO'),
    why('LOW', 'YES'),
    why('LOW', 'MAYBE'),
    why('LOW', 'UNKNOWN'),
  ]).toEqual(['HIGH', 'UNRATED', 'CHILD', 'CHILD', 'AGE_UNKNOWN'])
  expect([why('MEDIUM', 'NO'), why('LOW', 'NO'), why('NONE', 'NO')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(why('HIGH', 'YES')).toBe('HIGH')
})

test('an organisation asks for more, or for less, by its settings', () => {
  expect(why('MEDIUM', 'NO', { 'plan.asks.MEDIUM': 1 })).toBe('MEDIUM')
  expect(why('LOW', 'NO', { 'plan.asks.LOW': 1 })).toBe('LOW')
  expect(why('NONE', 'NO', { 'plan.asks.NONE': 1 })).toBe('NONE')
  expect(why('HIGH', 'NO', { 'plan.asks.HIGH': 0 })).toBeUndefined()
  expect(why('HIGH', 'YES', { 'plan.asks.HIGH': 0 })).toBe('CHILD')
  expect(why('LOW', 'UNKNOWN', { 'plan.asks.AGE_UNKNOWN': 0 })).toBeUndefined()
})

test('each has its own limit for the answer', () => {
  expect(approvalLimit({ risk: 'HIGH', child: 'YES' })).toBe('plan.approve.HIGH')
  expect(approvalLimit({ risk: 'LOW', child: 'MAYBE' })).toBe('plan.approve.CHILD')
  expect(approvalLimit({ risk: 'LOW', child: 'NO' })).toBe('plan.approve.OTHER')
})
