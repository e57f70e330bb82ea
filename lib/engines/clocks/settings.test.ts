import { describe, expect, test } from 'vitest'
import { clocksOfCase } from '@/lib/casework/cases/due'
import { dueOf } from '@/lib/casework/referrals/machine/due'
import { openCalendar } from './calendar'
import { referralClocks } from './clocks'
import { ClockError } from './error'
import { MALI_OFFICE } from './office'
import { overrideRules } from './override'
import { REFERRAL_RULES } from './rules'
import { openSettings } from './settings'
import { holidayWarning } from './words'

const inDays = overrideRules(REFERRAL_RULES, [
  { row: 'NORMAL', kind: 'acknowledge', limit: 5, unit: 'WORKING_DAYS' },
])
const sent = (day: string) => [
  { verb: 'send', at: new Date(`${day}T09:00:00Z`), from: 'APPROVED', to: 'SENT' },
]
const acknowledge = (day: string, calendar = openCalendar(MALI_OFFICE)) => {
  const at = new Date(`${day}T10:00:00Z`)
  const found = referralClocks(sent(day), inDays.NORMAL, calendar, at).find(
    ({ kind }) => kind === 'acknowledge',
  )
  if (!found) throw new TypeError('no clock')
  return found
}

describe('a clock in working days', () => {
  test('says nothing while it stays in the years whose holidays are entered', () => {
    expect(acknowledge('2014-06-30').holidaysUnknownIn).toBeNull()
    expect(holidayWarning(acknowledge('2014-06-30'))).toBeNull()
  })

  test('names the year it runs into when nobody entered its holidays', () => {
    expect(acknowledge('2015-12-30').holidaysUnknownIn).toBe(2016)
    expect(acknowledge('2026-11-02').holidaysUnknownIn).toBe(2026)
    expect(holidayWarning(acknowledge('2026-11-02'))).toMatchObject({ values: { year: '2026' } })
  })

  test('is sure again once the year is entered, even without a single holiday in it', () => {
    const longer = openCalendar({ ...MALI_OFFICE, years: { from: 2013, to: 2026 } })
    expect(acknowledge('2026-11-02', longer).holidaysUnknownIn).toBeNull()
  })

  test('knows no year at all when a calendar names neither years nor holidays', () => {
    const { years: _years, ...rest } = MALI_OFFICE
    expect(acknowledge('2014-06-30', openCalendar({ ...rest, holidays: [] })).holidaysUnknownIn).toBe(2014)
  })

  test('does not warn where holidays do not count: in hours', () => {
    const [hours] = referralClocks(
      sent('2026-11-02'),
      REFERRAL_RULES.NORMAL,
      openCalendar(MALI_OFFICE),
      new Date('2026-11-02T10:00:00Z'),
    )
    expect(hours?.holidaysUnknownIn).toBeNull()
  })

  test.each([{ from: 2016, to: 2015 }, { from: 2014.5, to: 2015 }, '2014', { from: '2014', to: '2015' }])(
    'takes no years that make no sense: %j',
    (years) => {
      expect(() => openCalendar({ ...MALI_OFFICE, years } as never)).toThrow(ClockError)
    },
  )
})

describe('rules and calendars are settings', () => {
  test('given to the due date of a referral', () => {
    const now = new Date('2014-07-04T10:00:00Z')
    const slow = openSettings({ referral: inDays })
    const usual = dueOf('NORMAL', sent('2014-07-04'), now)
    const own = dueOf('NORMAL', sent('2014-07-04'), now, slow.referral)
    expect(usual.dueAt).toEqual(new Date('2014-07-06T09:00:00Z'))
    expect(own.dueAt?.getTime()).toBeGreaterThan(usual.dueAt?.getTime() ?? 0)
  })

  test('given to the clocks of a case', () => {
    const record = {
      state: 'OPEN',
      risk: 'LOW',
      openedAt: new Date('2014-06-02T09:00:00Z'),
      registeredAt: null,
      firstActionAt: null,
      closureReason: null,
      lastContactOn: null,
    }
    const now = new Date('2014-06-02T10:00:00Z')
    const { case: rules } = openSettings()
    const slow = openSettings({ case: { ...rules, LOW: rules.HIGH } })
    const first = (own?: ReturnType<typeof openSettings>) =>
      clocksOfCase(record, now, own).find(({ kind }) => kind === 'first-action')?.limit
    expect(first(slow)).toBeLessThan(first() ?? 0)
  })
})
