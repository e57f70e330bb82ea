import { describe, expect, test } from 'vitest'
import { type ConsentRow, notInForce } from './cover'
import { CARRYING_STATUSES, CONSENT_STATUSES, nextConsent, RECORDABLE_STATUSES } from './states'

const row: ConsentRow = {
  id: 'c1',
  purpose: 'REFERRAL',
  partner: 'NRC',
  service: 'LEGAL_DOC',
  status: 'GIVEN',
  legalBasis: 'CONSENT',
  facts: ['need'],
  recordedBy: 'awa',
  reason: null,
  situation: {},
  needsReview: null,
  confirmBy: null,
  confirmation: null,
  giver: 'SELF',
  givenAt: new Date('2014-06-28T10:00:00Z'),
  expiresOn: '2014-12-28',
  withdrawnAt: null,
}
const june30 = new Date('2014-06-30T09:00:00Z')
const reason = (change: Partial<ConsentRow>, on = june30) => notInForce({ ...row, ...change }, on)

describe('a consent in force', () => {
  test('is one that was given, or assented to by a child', () => {
    expect(reason({})).toBeNull()
    expect(reason({ status: 'ASSENT' })).toBeNull()
  })

  test('counts to the end of its last day, in Mali’s time', () => {
    expect(reason({}, new Date('2014-12-28T23:59:59Z'))).toBeNull()
    expect(reason({}, new Date('2014-12-29T00:00:00Z'))).toBe('EXPIRED')
  })

  test('does not reach back before it was given', () => {
    expect(reason({}, new Date('2014-06-28T09:59:59Z'))).toBe('NOT_YET')
  })

  test('is over when withdrawn, whatever the status still says', () => {
    expect(reason({ withdrawnAt: june30 })).toBe('WITHDRAWN')
    expect(reason({ status: 'WITHDRAWN' })).toBe('WITHDRAWN')
  })

  test('is none when refused or expired', () => {
    expect(reason({ status: 'REFUSED' })).toBe('REFUSED')
    expect(reason({ status: 'EXPIRED', expiresOn: null })).toBe('EXPIRED')
  })

  test('that waits for somebody else’s own word carries nothing, but may be prepared', () => {
    const waits = { status: 'ASSENT', legalBasis: 'BEST_INTERESTS', confirmBy: 'SUPERVISOR' } as const
    expect(reason(waits)).toBe('UNCONFIRMED')
    expect(notInForce({ ...row, ...waits }, june30, 'PREPARE')).toBeNull()
    expect(notInForce({ ...row, ...waits }, june30, 'EMERGENCY')).toBe('UNCONFIRMED')
    const word = { by: 'oumar', role: 'SUPERVISOR', at: june30 }
    expect(reason({ ...waits, confirmation: { ...word, says: 'YES' } })).toBeNull()
    expect(reason({ ...waits, confirmation: { ...word, says: 'NO' } })).toBe('NOT_CONFIRMED')
    expect(reason({ ...waits, confirmation: { ...word, by: 'awa', says: 'YES' } })).toBe('NOT_CONFIRMED')
  })

  test('for a danger to life may leave as an emergency, for a day', () => {
    const vital = { ...row, status: 'NOT_POSSIBLE', legalBasis: 'VITAL', confirmBy: 'COLLEAGUE' } as const
    const recently = { ...vital, givenAt: new Date('2014-06-30T08:00:00Z') }
    expect(notInForce(recently, june30)).toBe('UNCONFIRMED')
    expect(notInForce(recently, june30, 'EMERGENCY')).toBeNull()
    expect(notInForce(vital, june30, 'EMERGENCY')).toBe('UNCONFIRMED')
    expect(notInForce(vital, june30, 'PREPARE')).toBe('UNCONFIRMED')
  })

  test('that no rule allows carries nothing, whatever its dates say', () => {
    expect(reason({ needsReview: 'CHILD_ALONE' })).toBe('NEEDS_REVIEW')
  })
})

describe('the life of a consent row', () => {
  test('what carries sharing can be withdrawn and can expire', () => {
    for (const status of CARRYING_STATUSES) {
      expect(nextConsent(status, 'withdraw')).toBe('WITHDRAWN')
      expect(nextConsent(status, 'expire')).toBe('EXPIRED')
    }
  })

  test('what was refused or has ended is never revived', () => {
    for (const status of ['REFUSED', 'WITHDRAWN', 'EXPIRED'] as const) {
      expect(nextConsent(status, 'withdraw')).toBeNull()
      expect(nextConsent(status, 'expire')).toBeNull()
    }
  })

  test('every status is either recorded or reached', () => {
    const reached = CONSENT_STATUSES.flatMap((s) => [nextConsent(s, 'withdraw'), nextConsent(s, 'expire')])
    for (const status of CONSENT_STATUSES)
      expect(RECORDABLE_STATUSES.includes(status) || reached.includes(status)).toBe(true)
  })
})
