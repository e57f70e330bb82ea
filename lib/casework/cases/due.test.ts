import { expect, test } from 'vitest'
import { clocksOfCase, pressingDue } from './due'

const registered = {
  state: 'OPEN',
  closureReason: null,
  risk: 'HIGH',
  openedAt: new Date('2014-06-30T08:00:00Z'),
  registeredAt: new Date('2014-06-30T08:40:00Z'),
  firstActionAt: null,
  lastContactOn: '2014-06-30',
}
const now = new Date('2014-06-30T09:00:00Z')
const firstAction = (
  record: typeof registered | (Omit<typeof registered, 'firstActionAt'> & { firstActionAt: Date }),
) => clocksOfCase(record, now).find(({ kind }) => kind === 'first-action')

test('being registered is no first action: its promise goes on', () => {
  expect(firstAction(registered)?.stoppedAt).toBeNull()
  expect(pressingDue(registered, now)?.kind).toBe('first-action')
})

test('help or a referral meets it, and the next contact is what is promised then', () => {
  const helped = { ...registered, firstActionAt: new Date('2014-06-30T08:50:00Z') }
  expect(firstAction(helped)?.stoppedAt).not.toBeNull()
  expect(pressingDue(helped, now)?.kind).toBe('follow-up')
})

test('a risk rated lower gives the first action no more time than the alert gave', () => {
  const rated = (alertUrgency: string | null = null) =>
    pressingDue({ ...registered, risk: 'LOW', alertUrgency }, now)?.at
  expect(rated('EMERGENCY')).toEqual(pressingDue(registered, now)?.at)
  expect(rated('URGENT')).toEqual(pressingDue({ ...registered, risk: 'MEDIUM' }, now)?.at)
  expect(rated()).toEqual(rated('NORMAL'))
  expect(Number(rated())).toBeGreaterThan(Number(rated('EMERGENCY')))
})
