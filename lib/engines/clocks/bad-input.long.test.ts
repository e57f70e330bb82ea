import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCalendar } from './calendar'
import { alertClocks, caseClocks, referralClocks } from './clocks'
import { ClockError } from './error'
import { figures } from './figures'
import { MALI_OFFICE } from './office'
import { overrideRules, rulesFor } from './override'
import { REFERRAL_RULES } from './rules'
import type { ClockEvent } from './types'

const office = openCalendar(MALI_OFFICE)
const now = new Date(Date.UTC(2014, 5, 30, 9, 42))
const sent: ClockEvent = {
  verb: 'send',
  at: new Date(Date.UTC(2014, 5, 27, 8, 10)),
  from: 'APPROVED',
  to: 'SENT',
}

/** Hostile values of every kind, among them those that look almost right. */
const hostile: fc.Arbitrary<never> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.anything({
      withDate: true,
      withBigInt: true,
      withNullPrototype: true,
      withSparseArray: true,
      withMap: true,
      withTypedArray: true,
    }),
  },
  fc.constantFrom(
    Number.NaN,
    -1,
    0,
    1e300,
    Number.POSITIVE_INFINITY,
    '',
    'x'.repeat(10_000),
    '\uD800',
    '2014-02-30',
    '2014-13-01',
    '__proto__',
    'constructor',
    [],
    {},
    null,
    undefined,
  ),
  fc.date({ noInvalidDate: false }),
  fc.string({ unit: 'binary' }),
) as fc.Arbitrary<never>

/** A good value with one field, at any depth, replaced. */
const spoiled = (good: object): fc.Arbitrary<never> =>
  fc
    .tuple(fc.constantFrom(...paths(good)), hostile)
    .map(([path, bad]) => put(good, path, bad)) as fc.Arbitrary<never>

function paths(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...at, key]))]
}

function put(value: unknown, [key, ...rest]: string[], bad: unknown): unknown {
  if (key === undefined) return bad
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === key ? put(one, rest, bad) : one))
  return { ...(value as object), [key]: put((value as Record<string, unknown>)[key], rest, bad) }
}

/** The answer, or undefined after a ClockError that names a field; any other exception fails the test. */
function answer<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    if (!(error instanceof ClockError)) throw error
    expect(error.field).toMatch(/^[a-z]/)
    return undefined
  }
}

const fuzz = (arbitrary: fc.Arbitrary<never>, ask: (bad: never) => void) =>
  fc.assert(
    fc.property(arbitrary, (bad) => void answer(() => ask(bad))),
    { numRuns: 10_000 },
  )

const sane = (clocks: ReturnType<typeof referralClocks>) => {
  for (const { used, left, limit } of clocks) expect(used + left).toBe(limit)
}

describe('ten thousand bad inputs end in an answer that adds up or in an error that names the field', () => {
  const TIMEOUT = 60_000
  const settings = {
    ...MALI_OFFICE,
    holidays: ['2014-05-01'],
    closures: [{ from: '2014-08-11', to: '2014-08-13' }],
  }
  const dated = [
    { from: null, rules: REFERRAL_RULES.URGENT },
    { from: now, rules: REFERRAL_RULES.NORMAL },
  ]

  test('events', { timeout: TIMEOUT }, () => {
    const bad = fc.oneof(hostile, spoiled([sent, { verb: 'rebase', at: now, reason: 'Parce que', seq: 1 }]))
    fuzz(bad, (events) => sane(referralClocks(events, REFERRAL_RULES.URGENT, office, now)))
  })

  test('rules', { timeout: TIMEOUT }, () => {
    const bad = fc.oneof(hostile, spoiled(REFERRAL_RULES.URGENT), spoiled(dated))
    fuzz(bad, (rules) => sane(referralClocks([sent], rules, office, now)))
  })

  test('calendar', { timeout: TIMEOUT }, () => {
    const rules = overrideRules(REFERRAL_RULES, [
      { row: 'URGENT', kind: 'decide', limit: 3, unit: 'WORKING_DAYS' },
    ])
    fuzz(fc.oneof(hostile, spoiled(settings)), (calendar) =>
      sane(referralClocks([sent], rules.URGENT, openCalendar(calendar), now)),
    )
  })

  test('calendar settings given for an opened calendar', { timeout: TIMEOUT }, () => {
    fuzz(fc.oneof(hostile, spoiled(settings)), (calendar) => {
      referralClocks([sent], REFERRAL_RULES.URGENT, calendar, now)
      throw new Error('accepted')
    })
  })

  test('now', { timeout: TIMEOUT }, () => {
    fuzz(hostile, (bad) => sane(referralClocks([sent], REFERRAL_RULES.URGENT, office, bad)))
  })

  test('alerts and cases', { timeout: TIMEOUT }, () => {
    fuzz(fc.oneof(hostile, spoiled([sent])), (bad) => {
      answer(() => alertClocks(bad, bad, office, now))
      caseClocks(bad, bad, office, now)
    })
  })

  test('overrides', { timeout: TIMEOUT }, () => {
    const good = [{ row: 'URGENT', kind: 'decide', limit: 3, unit: 'DAYS', warnAt: [0.5], pauseIn: [] }]
    fuzz(fc.oneof(hostile, spoiled(good)), (bad) => {
      const rules = overrideRules(REFERRAL_RULES, bad)
      sane(referralClocks([sent], rulesFor(rules, 'URGENT'), office, now))
    })
  })

  test('priorities', { timeout: TIMEOUT }, () => {
    fuzz(hostile, (bad) => void rulesFor(REFERRAL_RULES, bad))
  })

  test('figures', { timeout: TIMEOUT }, () => {
    const good = referralClocks([sent], REFERRAL_RULES.URGENT, office, now)
    fuzz(fc.oneof(hostile, spoiled(good)), (bad) => void figures(bad))
  })
})

const named = (ask: () => unknown) => {
  try {
    return ask()
  } catch (error) {
    return error instanceof ClockError ? `${error.field} ${error.code}` : error
  }
}
const events = (bad: object) => () =>
  referralClocks([sent, { ...sent, ...bad }], REFERRAL_RULES.URGENT, office, now)
const decide = (bad: object) => () =>
  overrideRules(REFERRAL_RULES, [{ row: 'URGENT', kind: 'decide', ...bad }])
const calendar = (bad: object) => () => openCalendar({ ...MALI_OFFICE, ...bad })

test.each([
  ['an impossible time', events({ at: new Date(Number.NaN) }), 'events[1].at IMPOSSIBLE_DATE'],
  ['a time of another century', events({ at: new Date(Date.UTC(1899, 0, 1)) }), 'events[1].at OUT_OF_RANGE'],
  ['a verb in prose', events({ verb: 'Send it' }), 'events[1].verb UNKNOWN_CODE'],
  ['a lone surrogate in a verb', events({ verb: '\uDC00' }), 'events[1].verb UNKNOWN_CODE'],
  ['a state of 10,000 letters', events({ to: 'A'.repeat(10_000) }), 'events[1].to UNKNOWN_CODE'],
  ['a re-basing without reason', events({ verb: 'rebase' }), 'events[1].reason MISSING'],
  ['a negative limit', decide({ limit: -1 }), 'overrides[0].limit OUT_OF_RANGE'],
  ['warnings out of order', decide({ warnAt: [0.8, 0.5] }), 'overrides[0].warnAt[1] OUT_OF_RANGE'],
  ['an unknown unit', decide({ unit: 'MOONS' }), 'overrides[0].unit UNKNOWN_CODE'],
  ['an unknown clock', decide({ kind: 'constructor' }), 'overrides[0].kind UNKNOWN_CODE'],
  ['an unknown zone', calendar({ timeZone: 'Africa/Nowhere' }), 'calendar.timeZone UNKNOWN_ZONE'],
  ['30 February', calendar({ holidays: ['2014-02-30'] }), 'calendar.holidays[0] IMPOSSIBLE_DATE'],
  [
    'a closure that ends before it begins',
    calendar({ closures: [{ from: '2014-08-13', to: '2014-08-11' }] }),
    'calendar.closures[0].to OUT_OF_RANGE',
  ],
  [
    'an office that never opens',
    calendar({ closedWeekdays: [1, 2, 3, 4, 5, 6, 7] }),
    'calendar.closedWeekdays NEVER_OPEN',
  ],
])('%s is refused by name', (_, ask, expected) => {
  expect(named(ask)).toBe(expected)
})
