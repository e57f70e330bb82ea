import { describe, expect, test } from 'vitest'
import { countDue, countedOnDay, limitOf, NEXT_CONTACT } from './due-dates'
import { TEMPLATES } from './templates'

const from = new Date('2014-06-30T09:30:00Z')
const due = (limit: Parameters<typeof limitOf>[0], risk: string | null = 'MEDIUM') => {
  const { at, by } = countDue(limitOf(limit), from, risk)
  return `${by} ${at.toISOString()}`
}

describe('when an action is due', () => {
  test('hours run to the minute, days end when the office closes', () => {
    expect(due({ hours: 24 })).toBe('HOURS 2014-07-01T09:30:00.000Z')
    expect(due({ days: 7 })).toBe('DAYS 2014-07-07T17:00:00.000Z')
  })

  test('a limit of the risk is that of the case: 24, 72, 168 hours; 7, 14, 30 days', () => {
    expect(due({ risk_limit: 'first_action_h' }, 'HIGH')).toBe('RISK 2014-07-01T09:30:00.000Z')
    expect(due({ risk_limit: 'first_action_h' }, 'MEDIUM')).toBe('RISK 2014-07-03T09:30:00.000Z')
    expect(due({ risk_limit: 'first_action_h' }, 'LOW')).toBe('RISK 2014-07-07T09:30:00.000Z')
    expect(due({ risk_limit: 'followup_d' }, 'HIGH')).toBe('RISK 2014-07-07T17:00:00.000Z')
    expect(due({ risk_limit: 'plan_d' }, 'LOW')).toBe('RISK 2014-07-30T17:00:00.000Z')
  })

  test('what was agreed yesterday has its hours from when the office closed, and its days as if it had been today', () => {
    const yesterday = countedOnDay('2014-06-29')
    const of = (limit: Parameters<typeof limitOf>[0]) =>
      countDue(limitOf(limit), yesterday, 'MEDIUM').at.toISOString()
    expect(of({ hours: 24 })).toBe('2014-06-30T17:00:00.000Z')
    expect(of({ days: 7 })).toBe('2014-07-06T17:00:00.000Z')
  })

  test('what nobody has rated is due as of the highest risk, what has no clock as of the lowest', () => {
    expect(due({ risk_limit: 'first_action_h' }, null)).toBe(due({ risk_limit: 'first_action_h' }, 'HIGH'))
    expect(due({ risk_limit: 'first_action_h' }, 'NONE')).toBe(due({ risk_limit: 'first_action_h' }, 'LOW'))
  })

  test('of several limits the shortest wins, whichever it is', () => {
    expect(due({ days: 2, risk_limit: 'first_action_h' }, 'MEDIUM')).toBe('DAYS 2014-07-02T17:00:00.000Z')
    expect(due({ days: 2, risk_limit: 'first_action_h' }, 'HIGH')).toBe('RISK 2014-07-01T09:30:00.000Z')
    expect(due({ hours: 1, days: 1, risk_limit: 'first_action_h' }, 'HIGH')).toBe(
      'HOURS 2014-06-30T10:30:00.000Z',
    )
  })

  test('an action of our own without a date is due at the next contact', () => {
    expect(countDue(NEXT_CONTACT, from, 'LOW').at.toISOString()).toBe('2014-07-30T17:00:00.000Z')
  })

  test('no action of a template is due later at a higher risk', () => {
    for (const { actions } of TEMPLATES)
      for (const action of actions) {
        const at = (risk: string) => countDue(limitOf(action.due), from, risk).at.getTime()
        expect(at('HIGH'), action.id).toBeLessThanOrEqual(at('MEDIUM'))
        expect(at('MEDIUM'), action.id).toBeLessThanOrEqual(at('LOW'))
        expect(at('HIGH'), action.id).toBeGreaterThan(from.getTime())
      }
  })
})
