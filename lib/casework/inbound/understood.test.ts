import { describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { readBundle } from '@/lib/casework/referrals/exchange/read-bundle'
import type { ExchangeRecord } from '@/lib/casework/referrals/exchange/record'
import { bundleText } from '@/lib/casework/referrals/exchange/write-bundle'
import { bundle } from '@/lib/testing/factories/inbound-values'
import { fileForm, MOST_CARRIED } from './form'
import { lookedAt, personOf, problemsIn } from './understood'

const read = readBundle(bundle)
if (!read.ok) throw new Error('not a bundle')
const { record } = read
const with_ = (facts: ExchangeRecord['facts']): ExchangeRecord => ({
  ...record,
  facts: { need: 'MHPSS_IND', urgency: 'URGENT', age_band: 'A18_59', ...facts },
})
const person = (facts: ExchangeRecord['facts']) =>
  personOf(with_(facts), '2014-06-30', { t: translator('fr'), locale: 'fr' })

describe('how somebody is reached', () => {
  test('a number stands behind what they said of it, never without', () => {
    const { safeContact } = person({
      phone: '66112233',
      safe_contact: { mode: 'NEVER_HOME', detail: 'Après 18 h', notTold: ['FAMILY'] },
      meeting_place: 'Au marché',
    })
    expect(safeContact).toMatch(/^Jamais au domicile, Après 18 h.*66112233 · Au marché$/)
    const long = person({ phone: '66112233', safe_contact: { mode: 'IN_PERSON', detail: 'x'.repeat(400) } })
    expect(long.safeContact).not.toContain('66112233')
    expect([...long.safeContact]).toHaveLength(200)
    expect(person({ phone: '66112233' }).safeContact).toBe('66112233')
  })

  test('they are rung where they said so, or where nothing was said against a number', () => {
    const may = (mode: string | undefined, phone?: string) =>
      person({ ...(mode && { safe_contact: { mode } }), ...(phone && { phone }) }).contactAgreed
    expect(
      ['CALL_OK', 'CALL_TIMES', 'SMS_OK', 'NONE', 'IN_PERSON'].map((mode) => may(mode, '66112233')),
    ).toEqual(['YES', 'YES', 'YES', 'NO', 'NOT_ASKED'])
    expect([may(undefined, '66112233'), may(undefined)]).toEqual(['YES', 'NOT_ASKED'])
  })
})

test('of a band the youngest is taken, of a birth the age, both as they were said', () => {
  expect(person({ age_band: 'A12_17' })).toMatchObject({ age: 12, ageEstimated: true })
  expect(person({ birth: { date: '1990-05-20', basis: 'DOC' } })).toMatchObject({
    age: 24,
    ageEstimated: false,
  })
})

describe('a file that was looked at', () => {
  const bytes = (one: ExchangeRecord) => new TextEncoder().encode(bundleText(one))
  test('goes on with its form, however much of it there is, or is said to be too large', () => {
    for (const count of [1, 100, 220]) {
      const notTold = Array.from({ length: count }, () => '"'.repeat(130))
      const looked = lookedAt(bytes(with_({ safe_contact: { mode: 'NONE', notTold } })))
      const carried = String(looked.bundle)
      if (carried === '') expect(problemsIn(String(looked.problems))).toMatchObject([{ why: 'too-large' }])
      // As a browser sends it.
      else expect(carried.replace(/\n/g, '\r\n').length).toBeLessThanOrEqual(MOST_CARRIED)
      expect(fileForm.fields.bundle.schema.safeParse(carried).success).toBe(true)
    }
  })

  test('that says nobody’s age is not taken for a child of a few days', () => {
    const { age_band: _, ...facts } = record.facts
    const ageless = lookedAt(bytes({ ...record, facts }))
    expect(ageless.bundle).toBe('')
    expect(problemsIn(String(ageless.problems))).toEqual([
      { where: 'fact', name: 'age_band', why: 'missing' },
    ])
  })
})
