import { describe, expect, test } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { answerErrors, consentForm, registrationConsentForm } from './form'

const asked = { answer: 'GIVEN' as const, giver: 'SELF', mode: 'SIGN', witness: '', secondPerson: '' }

describe('an answer of the person', () => {
  test('a no needs nothing besides itself', () => {
    const no = { answer: 'REFUSED' as const, giver: '', mode: '', witness: '', secondPerson: '' }
    expect(answerErrors(no)).toEqual({})
  })

  test('a yes says who and how; a spoken one names its witness', () => {
    expect(answerErrors(asked)).toEqual({})
    expect(answerErrors({ ...asked, giver: '', mode: '' })).toEqual({ giver: 'required', mode: 'required' })
    expect(answerErrors({ ...asked, mode: 'VERBAL_WIT' })).toEqual({ witness: 'required' })
  })

  test('a child assents together with a parent or guardian', () => {
    expect(answerErrors({ ...asked, answer: 'ASSENT' })).toEqual({ giver: 'guardian' })
    expect(answerErrors({ ...asked, answer: 'ASSENT', giver: 'GUARDIAN' })).toEqual({})
  })

  test('not possible takes a second person', () => {
    expect(answerErrors({ ...asked, answer: 'NOT_POSSIBLE' })).toEqual({ secondPerson: 'required' })
  })
})

describe('the consent forms', () => {
  const errorsOf = (raw: Record<string, string>) => {
    const parsed = parseForm(consentForm, raw)
    return parsed.ok ? {} : parsed.errors
  }

  test('sharing names its recipient, service and facts', () => {
    const raw = { purpose: 'REFERRAL', answer: 'GIVEN', giver: 'SELF', mode: 'SIGN' }
    expect(errorsOf(raw)).toEqual({ partner: 'required', service: 'required', facts: 'required' })
    expect(errorsOf({ ...raw, partner: 'NRC', service: 'LEGAL_DOC', facts: 'name' })).toEqual({})
  })

  test('refusing a recipient needs no facts', () => {
    expect(errorsOf({ purpose: 'TRACING', partner: 'ICRC', answer: 'REFUSED' })).toEqual({})
  })

  test('nobody’s figures, photo or contact is taken for granted', () => {
    const raw = { answer: 'NOT_POSSIBLE', secondPerson: '00000000-0000-4000-8000-000000000001' }
    expect(errorsOf({ ...raw, purpose: 'STATS' })).toEqual({ answer: 'not-vital' })
    expect(errorsOf({ ...raw, purpose: 'CASE_MGMT' })).toEqual({})
  })

  test('nothing is prefilled at registration', () => {
    const parsed = parseForm(registrationConsentForm, {})
    expect(parsed.ok ? {} : parsed.errors).toMatchObject({ answer: 'required', stats: 'required' })
  })
})
