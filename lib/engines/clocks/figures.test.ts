import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCalendar } from './calendar'
import { referralClocks } from './clocks'
import { figures } from './figures'
import { MALI_OFFICE } from './office'
import { REFERRAL_RULES } from './rules'
import type { Clock } from './types'

const HOUR = 3_600_000
const SENT_AT = Date.UTC(2014, 5, 2, 8)
const office = openCalendar(MALI_OFFICE)

type Fate = { answeredAfter?: number; cancelledAfter?: number }

/** Decision clocks (limit 72 h) of referrals all sent on 2 June, read so many hours later. */
function decisions(fates: readonly Fate[], readAfter: number): Clock[] {
  const at = (hours: number) => new Date(SENT_AT + hours * HOUR)
  return fates.flatMap(({ answeredAfter, cancelledAfter }) => {
    const events = [{ verb: 'send', at: at(0) }]
    if (answeredAfter !== undefined) events.push({ verb: 'accept', at: at(answeredAfter) })
    if (cancelledAfter !== undefined) events.push({ verb: 'cancel', at: at(cancelledAfter) })
    const clocks = referralClocks(events, REFERRAL_RULES.URGENT, office, at(readAfter))
    return clocks.filter(({ kind }) => kind === 'decide')
  })
}

test('without silence the median is the plain one', () => {
  const { median, p90 } = figures(
    decisions(
      [10, 20, 30, 40, 50].map((answeredAfter) => ({ answeredAfter })),
      100,
    ),
  )
  expect(median).toEqual({ ms: 30 * HOUR, atLeast: null })
  expect(p90).toEqual({ ms: 50 * HOUR, atLeast: null })
})

test('those who still wait make the median longer, as worked by hand', () => {
  // Answers after 10, 20, 40 h; one cancelled after 30 h; one silent, read after 60 h.
  // Still waiting after 10 h: 4/5; after 20 h: 4/5 × 3/4 = 3/5; the cancelled one leaves; after 40 h: 3/5 × 1/2 = 3/10.
  const fates = [
    { answeredAfter: 10 },
    { answeredAfter: 20 },
    { cancelledAfter: 30 },
    { answeredAfter: 40 },
    {},
  ]
  const { median, p90, answered, censored } = figures(decisions(fates, 60))
  expect(median).toEqual({ ms: 40 * HOUR, atLeast: null })
  expect(p90).toEqual({ ms: null, atLeast: 60 * HOUR })
  expect([answered, censored]).toEqual([3, 2])
})

test('nine answers of ten make the p90, and an answer comes before a silence of the same length', () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((answeredAfter) => ({ answeredAfter }))
  expect(figures(decisions(ten, 60)).p90.ms).toBe(9 * HOUR)
  const tied = figures(decisions([{ cancelledAfter: 60 }, { answeredAfter: 60 }], 70))
  expect([tied.median.ms, tied.p90.ms]).toEqual([60 * HOUR, null])
})

test('the on-time rate divides by the clocks whose fate is known', () => {
  const fates = [
    { answeredAfter: 10 },
    { answeredAfter: 80 },
    {},
    { cancelledAfter: 5 },
    { cancelledAfter: 90 },
  ]
  expect(figures(decisions(fates, 100)).onTime).toEqual({
    numerator: 1,
    denominator: 4,
    pending: 0,
    stopped: 1,
    rate: 0.25,
  })
  expect(figures(decisions([{}], 10)).onTime).toMatchObject({ denominator: 0, pending: 1, rate: null })
})

test('no clocks give no figures', () => {
  expect(figures([])).toMatchObject({
    clocks: 0,
    median: { ms: null, atLeast: null },
    onTime: { rate: null },
  })
})

test('kinds are not mixed', () => {
  const events = [{ verb: 'send', at: new Date(SENT_AT) }]
  const clocks = referralClocks(events, REFERRAL_RULES.URGENT, office, new Date(SENT_AT))
  expect(() => figures(clocks)).toThrow('MIXED clocks[1].kind')
})

test('waiting longer in silence never makes the median shorter', () => {
  const fate = fc.oneof(
    fc.record({ answeredAfter: fc.integer({ min: 1, max: 90 }) }),
    fc.record({ cancelledAfter: fc.integer({ min: 1, max: 90 }) }),
    fc.constant({}),
  )
  fc.assert(
    fc.property(
      fc.array(fate, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 0, max: 500 }),
      (fates, more) => {
        const size = (after: number) => figures(decisions(fates, after)).median.ms ?? Number.POSITIVE_INFINITY
        expect(size(100 + more)).toBe(size(100))
      },
    ),
  )
})
