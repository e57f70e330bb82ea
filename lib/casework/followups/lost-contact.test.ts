import { describe, expect, test } from 'vitest'
import { type Attempt, agreedWay, lostContact } from './lost-contact'

const tried = (...all: [string, string][]): Attempt[] => all.map(([channel, on]) => ({ channel, on }))
const said = { doNotContact: false, safeContact: 'CALL_OK', lastContactOn: '2014-05-01', risk: 'MEDIUM' }

describe('contact is lost', () => {
  const three = tried(['PHONE', '2014-05-10'], ['VISIT', '2014-05-20'], ['PHONE', '2014-06-09'])

  test('after three attempts by two ways over thirty days', () => {
    expect(lostContact({ ...said, attempts: three })).toMatchObject({
      attempts: 3,
      ways: 2,
      days: 30,
      lost: true,
    })
  })

  test('not one attempt, one way or one day before', () => {
    expect(lostContact({ ...said, attempts: three.slice(0, 2) }).lost).toBe(false)
    expect(lostContact({ ...said, attempts: three.map((one) => ({ ...one, channel: 'PHONE' })) }).lost).toBe(
      false,
    )
    const sooner = tried(['PHONE', '2014-05-11'], ['VISIT', '2014-05-20'], ['PHONE', '2014-06-09'])
    expect(lostContact({ ...said, attempts: sooner }).lost).toBe(false)
  })

  test('after twenty-one days where the risk is high or nobody has rated it', () => {
    const quick = tried(['PHONE', '2014-05-10'], ['VISIT', '2014-05-20'], ['PHONE', '2014-05-31'])
    expect(lostContact({ ...said, attempts: quick }).lost).toBe(false)
    expect(lostContact({ ...said, risk: 'HIGH', attempts: quick }).lost).toBe(true)
    expect(lostContact({ ...said, risk: null, attempts: quick }).lost).toBe(true)
  })

  test('only by what was tried since the last contact', () => {
    expect(lostContact({ ...said, lastContactOn: '2014-05-11', attempts: three }).attempts).toBe(2)
  })

  test('only by ways that the person agreed to', () => {
    expect(agreedWay('VISIT', { doNotContact: false, safeContact: 'NEVER_HOME' })).toBe(false)
    expect(agreedWay('PHONE', { doNotContact: false, safeContact: 'NEVER_HOME' })).toBe(false)
    expect(agreedWay('AGREED_PLACE', { doNotContact: false, safeContact: 'NEVER_HOME' })).toBe(true)
    expect(agreedWay('PHONE', { doNotContact: true, safeContact: 'CALL_OK' })).toBe(false)
    expect(agreedWay('VISIT', { doNotContact: false, safeContact: 'IN_PERSON' })).toBe(true)
    expect(lostContact({ ...said, safeContact: 'NEVER_HOME', attempts: three })).toMatchObject({
      attempts: 0,
      lost: false,
    })
  })
})
