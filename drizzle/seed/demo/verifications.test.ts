import { describe, expect, test } from 'vitest'
import { planDemo } from './plan-demo'
import { each } from './reading'

const DAY_MS = 86_400_000
/** A check later than this would need a reason that nobody could give. */
const LATEST_DAYS = 31
const referrals = each(planDemo(), (file) => file.referrals).map(([, referral]) => referral)
const standing = (state: string) => referrals.filter((one) => one.state === state)
const movedAt = (referral: (typeof referrals)[number], verb: string) =>
  referral.events.find((event) => event.verb === verb)?.at

describe('what became of completed referrals', () => {
  test('most are verified, and a few are contested', () => {
    const [verified, completed, contested] = [
      standing('VERIFIED'),
      standing('COMPLETED'),
      standing('CONTESTED'),
    ]
    expect(verified.length).toBeGreaterThan(completed.length + contested.length)
    expect(contested.length).toBeGreaterThan(0)
    expect(contested.length).toBeLessThan(10)
  })

  test('none was verified later than anybody could explain, or before it was completed', () => {
    for (const referral of standing('VERIFIED')) {
      const [completed, verified] = [movedAt(referral, 'complete'), movedAt(referral, 'verify')]
      expect(completed && verified, referral.id).toBeTruthy()
      const days = (Date.parse(verified ?? '') - Date.parse(completed ?? '')) / DAY_MS
      expect(days, referral.id).toBeGreaterThanOrEqual(0)
      expect(days, referral.id).toBeLessThanOrEqual(LATEST_DAYS)
    }
  })

  test('whoever is contested said that the service did not come', () => {
    for (const { check } of standing('CONTESTED')) expect(check?.received).not.toBe('YES')
  })
})
