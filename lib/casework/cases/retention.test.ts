import { expect, test } from 'vitest'
import { DEFAULTS } from '@/lib/platform/settings/defaults'
import examples from './examples/retention.json'
import { type RetentionFacts, retentionFacts, retentionOf } from './retention'
import { RISK_SETTINGS } from './risk-book'

const spans = { STANDARD: 2, RESTRICTED: 1, CHILD: 2, untilAge: 20, withdrawnDays: 30 }
const worked = examples.retention as unknown as {
  id: string
  facts: RetentionFacts
  expect: { class: string; erase_on: string | null }
}[]

test.each(worked.map((one) => [one.id, one] as const))('%s', (_, { facts, expect: want }) => {
  expect(retentionOf(facts, spans)).toEqual({ class: want.class, eraseOn: want.erase_on })
})

test('a file whose person took their consent back is kept for thirty days, whoever they are', () => {
  const facts = retentionFacts({
    closed: '2014-06-30',
    reason: 'CONSENT_WITHDRAWN',
    restricted: true,
    birth: { year: 2005 },
    adultFrom: 18,
  })
  expect(retentionOf(facts, spans)).toEqual({ class: 'WITHDRAWN', eraseOn: '2014-07-30' })
})

test('whose year of birth alone is known is a child as long as they may be one', () => {
  const of = (year: number, reason = 'GOALS_MET') =>
    retentionOf(
      retentionFacts({ closed: '2014-06-30', reason, restricted: false, birth: { year }, adultFrom: 18 }),
      spans,
    )
  expect(of(1996)).toEqual({ class: 'CHILD', eraseOn: '2016-12-31' })
  expect(of(1995)).toEqual({ class: 'STANDARD', eraseOn: '2016-06-30' })
  expect(of(2000, 'DECEASED')).toEqual({ class: 'STANDARD', eraseOn: '2016-06-30' })
})

test('a 29 February ends on the last of the month', () => {
  expect(retentionOf({ closed: '2016-02-29' }, spans).eraseOn).toBe('2018-02-28')
})

test('the settings begin as the rules say', () => {
  expect(DEFAULTS).toMatchObject({
    'retention.STANDARD': { value: spans.STANDARD, unit: 'YEARS' },
    'retention.RESTRICTED': { value: spans.RESTRICTED, unit: 'YEARS' },
    'retention.child-until': { value: spans.untilAge, unit: 'YEARS' },
    'retention.WITHDRAWN': { value: spans.withdrawnDays, unit: 'DAYS' },
    'age.adult-from': { value: RISK_SETTINGS.adult_from, unit: 'YEARS' },
  })
})
