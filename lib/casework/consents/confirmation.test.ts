import { expect, test } from 'vitest'
import { confirmationOf, mayShare } from './confirmation'

const vital = { by: 'COLLEAGUE', when: 'WITHIN_24_H', self: true } as const
const best = { by: 'SUPERVISOR', when: 'BEFORE_ANYTHING_LEAVES', self: true } as const
const recorded = { by: 'moussa', at: new Date('2014-06-30T09:00:00Z') }
const after = (hours: number) => new Date(recorded.at.getTime() + hours * 3_600_000)
const yes = (by: string, role: string) => ({ by, role, says: 'YES' }) as const

test.each([
  [null, null, 1, 'NOT_NEEDED'],
  [vital, null, 23, 'WAITING'],
  [vital, null, 24, 'LATE'],
  [vital, yes('awa', 'LAWYER'), 30, 'CONFIRMED'],
  [vital, yes('awa', 'DTM_ENUM'), 1, 'NOT_THEIRS'],
  [vital, yes('moussa', 'SUPERVISOR'), 1, 'NOT_THEIRS'],
  [vital, { by: 'awa', role: 'LAWYER', says: 'NO' } as const, 1, 'REFUSED'],
  [best, null, 500, 'WAITING'],
  [best, yes('awa', 'SOCIAL_WORKER'), 1, 'NOT_THEIRS'],
  [best, yes('awa', 'SUPERVISOR'), 1, 'CONFIRMED'],
] as const)('%j with %j after %s hours is %s', (confirm, given, hours, state) => {
  expect(confirmationOf(confirm, recorded, given, after(hours))).toBe(state)
})

test('only danger to life leaves before it is confirmed, as an emergency, within the time', () => {
  expect(mayShare(vital, 'WAITING', true)).toBe(true)
  expect(mayShare(vital, 'WAITING', false)).toBe(false)
  expect(mayShare(vital, 'LATE', true)).toBe(false)
  expect(mayShare(vital, 'REFUSED', true)).toBe(false)
  expect(mayShare(best, 'WAITING', true)).toBe(false)
  expect(mayShare(best, 'CONFIRMED', false)).toBe(true)
})
