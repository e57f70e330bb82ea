import { describe, expect, test } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { askedErrors } from './asked'
import { consentForm } from './form'

const asked = { answer: 'GIVEN' as const, giver: 'SELF', mode: 'SIGN', witness: '', reason: '' }

describe('an answer of the person', () => {
  test('a no needs nothing besides itself', () => {
    expect(askedErrors({ ...asked, answer: 'REFUSED', giver: '', mode: '' })).toEqual({})
  })

  test('a yes says who and how; a spoken one names its witness', () => {
    expect(askedErrors(asked)).toEqual({})
    expect(askedErrors({ ...asked, giver: '', mode: '' })).toEqual({ giver: 'required', mode: 'required' })
    expect(askedErrors({ ...asked, mode: 'VERBAL_WIT' })).toEqual({ witness: 'required' })
  })

  test('not possible has its reason, and an interpreter is no giver', () => {
    expect(askedErrors({ ...asked, answer: 'NOT_POSSIBLE' })).toEqual({ reason: 'required' })
    const raw = { purpose: 'CASE_MGMT', answer: 'GIVEN', giver: 'INTERPRETER', mode: 'SIGN' }
    const parsed = parseForm(consentForm, raw)
    expect(parsed.ok ? {} : parsed.errors).toEqual({ giver: 'not-a-code' })
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

  test('what runs is kept only beside a no', () => {
    const raw = { purpose: 'STATS', giver: 'SELF', mode: 'SIGN', keepRunning: 'on' }
    expect(errorsOf({ ...raw, answer: 'GIVEN' })).toEqual({ keepRunning: 'only-no' })
    expect(errorsOf({ ...raw, answer: 'REFUSED' })).toEqual({})
  })
})
