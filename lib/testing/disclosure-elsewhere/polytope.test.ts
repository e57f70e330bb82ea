import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Equation, Polytope } from './polytope'

const sum = (...numbers: number[]) => new Map(numbers.map((number) => [number, 1]))

/** A table of 2 × 3 counts of which rows and columns are known; numbers 0–5, row by row. */
const margins = (counts: readonly number[]): Equation[] => {
  const groups = [
    [0, 1, 2],
    [3, 4, 5],
    [0, 3],
    [1, 4],
    [2, 5],
  ]
  return groups.map((group) => ({
    terms: sum(...group),
    equals: group.reduce((n, at) => n + (counts[at] ?? 0), 0),
  }))
}

/** Lowest and highest first count over every table with these margins. */
function tried(counts: readonly number[]) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = counts
  const first: number[] = []
  for (let x = 0; x <= a + d; x++)
    for (let y = 0; y <= b + e; y++) {
      const rest = [a + b + c - x - y, a + d - x, b + e - y]
      const last = d + e + f - (rest[1] ?? 0) - (rest[2] ?? 0)
      if (rest.every((n) => n >= 0) && last >= 0) first.push(x)
    }
  return { low: Math.min(...first), high: Math.max(...first) }
}

describe('What equations leave open', () => {
  test('is what trying every table of the same margins leaves open', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }), (counts) => {
        expect(new Polytope(6, margins(counts)).range(sum(0), 1000)).toEqual(tried(counts))
      }),
      { seed: 20140703, numRuns: 300 },
    )
  })

  test('is the same however many sums were asked before', () => {
    const counts = [3, 0, 7, 1, 9, 2]
    const asked = new Polytope(6, margins(counts))
    for (let i = 0; i < 250; i++) asked.range(sum(i % 6, (i * 5 + 1) % 6), 1000)
    expect(asked.range(sum(0), 1000)).toEqual(tried(counts))
  })

  test('has no end where no equation says so', () => {
    expect(new Polytope(2, [{ terms: sum(0), equals: 3 }]).range(sum(1), 10).high).toBe(
      Number.POSITIVE_INFINITY,
    )
  })

  test('is refused when two figures contradict each other', () => {
    expect(
      () =>
        new Polytope(1, [
          { terms: sum(0), equals: 3 },
          { terms: sum(0), equals: 4 },
        ]),
    ).toThrow('contradicts')
    expect(
      () =>
        new Polytope(2, [
          { terms: sum(0, 1), equals: 3 },
          { terms: sum(0), equals: 4 },
        ]),
    ).toThrow('contradicts')
  })
})
