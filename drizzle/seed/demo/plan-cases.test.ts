import { expect, test } from 'vitest'
import { parseCode } from '@/lib/casework/numbers/case-code'
import { planCases } from './plan-cases'
import { planDemo } from './plan-demo'

test('a case of a seed stays the same, however many are planned', () => {
  const [first] = planCases(1, 7)
  const [again] = planCases(5, 7)
  expect(again).toEqual(first)
})

test('codes are valid, distinct, and never those of the demo', () => {
  const codes = [...planCases(800)].map(({ case: file }) => file.code)
  for (const code of codes) expect(parseCode(code)).toBe(code)
  const demo = planDemo().files.map(({ case: file }) => file.code)
  expect(new Set([...codes, ...demo]).size).toBe(codes.length + demo.length)
})

test('another seed plans other cases', () => {
  const codes = (seed: number) => [...planCases(20, seed)].map(({ case: file }) => file.code)
  expect(codes(1)).not.toEqual(codes(2))
})
