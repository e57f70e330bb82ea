import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleRequest } from './example.test-lists'
import { release } from './release'

const rows = { 'GAO-TOWN': [20, 15], ANSONGO: [12, 11], 'KIDAL-TOWN': [16, 14], ABEIBARA: [3, 14] } as const
const valid = () =>
  exampleRequest(
    Object.fromEntries(Object.entries(rows).map(([k, [f, m]]): [string, [number, number]] => [k, [f, m]])),
  )

const bad = fc.oneof(
  fc.anything(),
  fc.constantFrom(
    -1,
    1.5,
    Number.NaN,
    1e300,
    '',
    '\ud800',
    'x'.repeat(10_000),
    '2014-13',
    '2014-02-30',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** Paths to every value of a request, so that any one of them can be spoilt. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}
const paths = pathsOf(valid()).filter((path) => path.length > 0)

function spoil(path: string[], value: unknown): unknown {
  const request: unknown = structuredClone(valid())
  let at = request as Record<string, unknown>
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
  at[path.at(-1) ?? ''] = value
  return request
}

const named = (input: unknown) => {
  const outcome = release(input)
  if (outcome.outcome !== 'INVALID') return outcome.outcome
  expect(outcome.field).not.toBe('')
  return `${outcome.field}: ${outcome.code}`
}

describe('bad input', () => {
  it('of any kind is answered with the field, never thrown (10,000 inputs)', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => named(input).length > 0),
      { numRuns: 10_000 },
    )
  }, 60_000)

  it('anywhere in a good request is answered with a field or a table (10,000 inputs)', () => {
    const anywhere = fc.tuple(fc.constantFrom(...paths), bad)
    fc.assert(
      fc.property(anywhere, ([path, value]) => named(spoil(path, value)).length > 0),
      { numRuns: 10_000 },
    )
  }, 60_000)

  it.each([
    ['period', ['period'], '2014-13'],
    ['counts.0.count', ['counts', '0', 'count'], -1],
    ['counts.0.at.0', ['counts', '0', 'at', '0'], 'NOWHERE'],
    ['counts.1.at', ['counts', '1', 'at', '1'], 'F'],
    ['total', ['total'], 7],
    ['audience', ['audience'], 'PRESS'],
    ['table', ['table'], 'x'.repeat(10_000)],
    ['table', ['table'], '\ud800'],
    ['dimensions.0.codes.2.parent', ['dimensions', '0', 'codes', '2', 'parent'], 'GAO-TOWN'],
    ['ledger.0', ['ledger'], [null]],
  ])('is called by its name: %s', (field, path, value) => {
    expect(named(spoil(path, value))).toContain(`${field}: `)
  })
})
