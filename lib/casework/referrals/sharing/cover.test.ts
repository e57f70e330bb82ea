import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConsentRow } from '@/lib/casework/consents/cover'
import { FACT_KEYS } from '@/lib/casework/consents/facts'
import { CONSENT_STATUSES } from '@/lib/casework/consents/states'
import { type CoverQuestion, cover, sendingProblems } from './cover'

const now = new Date('2014-06-30T09:00:00Z')
const given: ConsentRow = {
  id: 'c1',
  purpose: 'REFERRAL',
  partner: 'NRC',
  service: 'LEGAL_DOC',
  status: 'GIVEN',
  legalBasis: 'CONSENT',
  facts: ['need', 'urgency', 'sex', 'name'],
  recordedBy: 'awa',
  reason: null,
  situation: {},
  needsReview: null,
  confirmBy: null,
  confirmation: null,
  giver: 'SELF',
  givenAt: new Date('2014-06-28T10:00:00Z'),
  expiresOn: null,
  withdrawnAt: null,
}
const question: CoverQuestion = {
  partner: 'NRC',
  service: 'LEGAL_DOC',
  facts: ['need', 'urgency', 'name'],
  on: now,
}

const rows = fc.record<ConsentRow>({
  id: fc.uuid(),
  purpose: fc.constantFrom('REFERRAL', 'TRACING', 'CASE_MGMT', 'TRANSFER'),
  partner: fc.constantFrom('NRC', 'ICRC', null),
  service: fc.constantFrom('LEGAL_DOC', 'FTR_TRACE', null),
  status: fc.constantFrom(...CONSENT_STATUSES),
  legalBasis: fc.constantFrom('CONSENT', 'VITAL'),
  facts: fc.subarray(FACT_KEYS),
  recordedBy: fc.constantFrom('awa', 'oumar'),
  giver: fc.constantFrom('SELF', 'PARENT'),
  reason: fc.constant(null),
  situation: fc.constant({}),
  needsReview: fc.constantFrom(null, 'NO_RULE'),
  confirmBy: fc.constantFrom(null, 'SUPERVISOR' as const, 'COLLEAGUE' as const),
  confirmation: fc.constantFrom(null, { by: 'oumar', role: 'SUPERVISOR', says: 'YES' as const, at: now }),
  givenAt: fc.constantFrom(given.givenAt, new Date('2014-07-02T00:00:00Z')),
  expiresOn: fc.constantFrom(null, '2014-06-29', '2014-12-31'),
  withdrawnAt: fc.constantFrom(null, now),
})
const questions = fc.record<CoverQuestion>({
  partner: fc.constantFrom('NRC', 'ICRC'),
  service: fc.constantFrom('LEGAL_DOC', 'FTR_TRACE'),
  facts: fc.subarray(FACT_KEYS),
  on: fc.constant(now),
})

describe('the cover of a sharing', () => {
  test('names the consent that covers every ticked fact', () => {
    expect(cover([given], question)).toEqual({ ok: true, consentId: 'c1' })
  })

  test('names the facts that the newest consent lacks; an older, wider one does not come back', () => {
    const facts = ['need', 'urgency', 'name', 'birth', 'phone'] as const
    const older = { ...given, id: 'c0', givenAt: new Date('2014-06-01T10:00:00Z'), facts: [...facts] }
    const newer = { ...given, facts: [...given.facts, 'birth'] }
    expect(cover([older, newer], { ...question, facts })).toEqual({
      ok: false,
      missing: ['phone'],
      reason: 'FACTS_MISSING',
    })
  })

  test('does not add two consents up', () => {
    const halves = [
      { ...given, facts: ['need', 'urgency'] },
      { ...given, id: 'c2', facts: ['name'] },
    ]
    expect(cover(halves, question)).toMatchObject({ ok: false, reason: 'FACTS_MISSING' })
  })

  test('does not cross to another agency, another service or another purpose', () => {
    for (const other of [
      { partner: 'ICRC' },
      { service: 'LEGAL_HLP' },
      { service: null },
      { purpose: 'CASE_MGMT' },
      { partner: null },
    ])
      expect(cover([{ ...given, ...other }], question)).toMatchObject({ ok: false, reason: 'NO_CONSENT' })
  })

  test('reads a tracing consent for family tracing, and for nothing else', () => {
    const tracing = { ...given, purpose: 'TRACING', partner: 'ICRC', service: null }
    const ask = { ...question, partner: 'ICRC' }
    expect(cover([tracing], { ...ask, service: 'FTR_TRACE' }).ok).toBe(true)
    expect(cover([tracing], { ...ask, service: 'LEGAL_DET' }).ok).toBe(false)
  })

  test('says why the newest consent for this recipient no longer counts', () => {
    const older = {
      ...given,
      id: 'c0',
      status: 'EXPIRED' as const,
      givenAt: new Date('2014-05-01T00:00:00Z'),
    }
    const withdrawn = { ...given, status: 'WITHDRAWN' as const, withdrawnAt: now }
    expect(cover([older, withdrawn], question)).toMatchObject({ ok: false, reason: 'WITHDRAWN' })
  })

  test('covers nothing when nothing is ticked', () => {
    expect(cover([given], { ...question, facts: [] })).toMatchObject({ ok: false, reason: 'NOTHING_TICKED' })
  })

  test('covers nothing once the newest answer is a no, to this agency or to everybody for this service', () => {
    const no = { ...given, id: 'no', status: 'REFUSED' as const, givenAt: now }
    expect(cover([given, no], question)).toMatchObject({ ok: false, reason: 'REFUSED' })
    expect(cover([given, { ...no, partner: null }], question)).toMatchObject({ ok: false, reason: 'REFUSED' })
    expect(cover([given, { ...no, service: null }], question)).toMatchObject({ ok: false })
    expect(cover([given, { ...no, partner: 'ICRC' }], question)).toMatchObject({ ok: true })
    expect(cover([given, { ...no, givenAt: new Date('2014-06-01T00:00:00Z') }], question).ok).toBe(true)
  })

  test('covers nothing that a no said now would end, whatever was said before', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 6 }), questions, (consents, ask) => {
        const { partner, service } = ask
        const last = {
          ...given,
          id: 'z',
          partner,
          service,
          status: 'REFUSED' as const,
          givenAt: new Date('2014-07-03T00:00:00Z'),
        }
        expect(cover([...consents, last], ask).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('never grows when a fact is ticked or taken out of a consent', () => {
    fc.assert(
      fc.property(rows, questions, fc.constantFrom(...FACT_KEYS), (row, ask, fact) => {
        const poorer = { ...row, facts: row.facts.filter((f) => f !== fact) }
        if (cover([poorer], ask).ok) expect(cover([row], ask).ok).toBe(true)
        if (ask.facts.length > 0 && cover([row], { ...ask, facts: [...ask.facts, fact] }).ok)
          expect(cover([row], ask).ok).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('rests on one row for this agency that lists every ticked fact and was not withdrawn', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 6 }), questions, (consents, ask) => {
        const answer = cover(consents, ask)
        if (!answer.ok) return
        const row = consents.find((c) => c.id === answer.consentId)
        expect(row?.partner).toBe(ask.partner)
        expect(row?.withdrawnAt).toBeNull()
        expect(ask.facts.every((fact) => row?.facts.includes(fact))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(rows, { maxLength: 6, selector: (r) => r.id }),
        questions,
        (consents, ask) => {
          expect(cover([...consents].reverse(), ask).ok).toBe(cover(consents, ask).ok)
        },
      ),
    )
  })
})

describe('the checks at sending', () => {
  test('name everything that no longer holds', () => {
    const gone = cover([], question)
    expect(
      sendingProblems({
        cover: gone,
        directoryOpen: false,
        agreementInForce: false,
        somebodyReceives: false,
      }),
    ).toEqual(['COVER_GONE', 'DIRECTORY_CLOSED', 'AGREEMENT_GONE', 'NOBODY_RECEIVES'])
    expect(
      sendingProblems({
        cover: cover([given], question),
        directoryOpen: true,
        agreementInForce: true,
        somebodyReceives: true,
      }),
    ).toEqual([])
  })
})
