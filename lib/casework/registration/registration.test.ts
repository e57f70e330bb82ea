import { describe, expect, test } from 'vitest'
import type { ConsentRow } from '@/lib/casework/consents/cover'
import { latestOf, saidYes } from '@/lib/casework/consents/said-yes'
import { donePages, missingPages, openingGap, registrationPages } from './registration'

const now = new Date('2014-06-30T09:00:00Z')
const consent = (purpose: string, more: Partial<ConsentRow> = {}): ConsentRow => ({
  id: purpose,
  purpose,
  partner: null,
  service: null,
  status: 'GIVEN',
  legalBasis: 'CONSENT',
  facts: [],
  recordedBy: 'a',
  reason: null,
  situation: {},
  needsReview: null,
  confirmBy: null,
  confirmation: null,
  giver: 'SELF',
  givenAt: new Date('2014-06-01T09:00:00Z'),
  expiresOn: null,
  withdrawnAt: null,
  ...more,
})
const nobody = {
  birthYear: null,
  nationalities: [],
  languages: [],
  documentStatus: null,
  householdSize: null,
  identity: { sizeUnsaid: '', ageUnsaid: '', concernsUnsaid: '' },
  householdRole: null,
  displacementStatus: null,
  originCercle: null,
  concerns: [],
  safeContact: null,
}

test('a household whose size cannot be known is answered', () => {
  const person = {
    ...nobody,
    householdRole: 'HOH',
    identity: { sizeUnsaid: 'DECLINED', ageUnsaid: '', concernsUnsaid: '' },
  }
  expect(donePages({ person, listed: 1, risk: null, consents: [] }).household).toBe(true)
  expect(
    donePages({
      person: { ...person, identity: { sizeUnsaid: '', ageUnsaid: '', concernsUnsaid: '' } },
      listed: 1,
      risk: null,
      consents: [],
    }).household,
  ).toBe(false)
})

describe('opening a registered case', () => {
  test('waits for a rated risk, then for the person', () => {
    expect(openingGap({ risk: null, consents: [consent('CASE_MGMT')], alike: 0 }, now)).toBe('no-risk')
    expect(openingGap({ risk: null, consents: [], alike: 0 }, now)).toBe('no-answers')
    expect(openingGap({ risk: 'LOW', consents: [consent('STATS')], alike: 0 }, now)).toBe('no-consent')
    expect(openingGap({ risk: 'LOW', consents: [consent('CASE_MGMT')], alike: 0 }, now)).toBeNull()
  })

  test('a later no outweighs an earlier yes, and a later yes an earlier no', () => {
    const no = consent('CASE_MGMT', { status: 'REFUSED', givenAt: new Date('2014-06-02T09:00:00Z') })
    const yes = consent('CASE_MGMT', { givenAt: new Date('2014-06-03T09:00:00Z') })
    expect(openingGap({ risk: 'HIGH', consents: [consent('CASE_MGMT'), no], alike: 0 }, now)).toBe(
      'consent-refused',
    )
    expect(openingGap({ risk: null, consents: [no], alike: 0 }, now), 'before anything else').toBe(
      'consent-refused',
    )
    expect(openingGap({ risk: 'HIGH', consents: [yes, no], alike: 0 }, now)).toBeNull()
  })

  test('what waits for a supervisor’s own word opens a case, and what they refused does not', () => {
    const waits = consent('CASE_MGMT', { status: 'ASSENT', confirmBy: 'SUPERVISOR' })
    expect(openingGap({ risk: 'HIGH', consents: [waits], alike: 0 }, now)).toBeNull()
    const confirmation = { by: 'b', role: 'SUPERVISOR', says: 'NO' as const, at: now }
    expect(openingGap({ risk: 'HIGH', consents: [{ ...waits, confirmation }], alike: 0 }, now)).toBe(
      'consent-not-in-force',
    )
  })

  test('a file that may be of the same person is answered first, after everything the person themselves is asked', () => {
    const yes = [consent('CASE_MGMT')]
    expect(openingGap({ risk: 'LOW', consents: yes, alike: 1 }, now)).toBe('maybe-known')
    expect(openingGap({ risk: null, consents: yes, alike: 1 }, now)).toBe('no-risk')
  })

  test('asks the person first: no page comes before their answer', () => {
    expect(registrationPages[0]).toBe('consent')
    expect(saidYes([])).toBe(false)
    expect(saidYes([consent('CASE_MGMT', { status: 'REFUSED' })])).toBe(false)
    expect(saidYes([consent('CASE_MGMT')])).toBe(true)
  })
})

describe('pages of registration', () => {
  test('nothing is complete at first; refusing both questions completes the consent page', () => {
    const start = donePages({ person: nobody, listed: 1, risk: null, consents: [] })
    expect(Object.values(start).some(Boolean)).toBe(false)
    const consents = [consent('CASE_MGMT', { status: 'REFUSED' }), consent('STATS', { status: 'REFUSED' })]
    expect(donePages({ person: nobody, listed: 1, risk: null, consents }).consent).toBe(true)
  })

  test('each page that misses something is named, not only what the opening waits for', () => {
    const done = donePages({ person: nobody, listed: 1, risk: null, consents: [consent('CASE_MGMT')] })
    expect(missingPages(done)).toEqual(['identity', 'household', 'situation', 'safety'])
    expect(missingPages({ ...done, identity: true, situation: true })).toEqual(['household', 'safety'])
  })

  test('only answers for the same purpose are compared', () => {
    expect(latestOf([consent('STATS')], 'CASE_MGMT')).toBeUndefined()
  })
})
