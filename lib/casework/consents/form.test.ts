import { describe, expect, test } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { errorText } from '@/lib/base/i18n/problem-words'
import { translator } from '@/lib/base/i18n/translate'
import { type About, type Asked, askedErrors, askedFields, judgeAsked, REASON_LISTS } from './asked'
import { consentForm } from './form'

const asked = { answer: 'GIVEN' as const, giver: 'SELF', mode: 'SIGN', witness: '', reason: '' }
const nothing = { language: '', caregiver: '', capacity: '', danger: '', doubt: '' }

describe('an answer of the person', () => {
  test('a no needs nothing besides itself', () => {
    expect(askedErrors({ ...asked, answer: 'REFUSED', giver: '', mode: '' })).toEqual({})
  })

  test('a yes says how; a spoken one names its witness', () => {
    expect(askedErrors(asked)).toEqual({})
    expect(askedErrors({ ...asked, mode: '' })).toEqual({ mode: 'required' })
    expect(askedErrors({ ...asked, mode: 'VERBAL_WIT' })).toEqual({ witness: 'required' })
  })

  test('a grown-up’s yes says itself who answered; with a child one asks who answered', () => {
    const alone = { ...asked, giver: '' }
    expect(askedErrors(alone)).toEqual({})
    expect(askedErrors({ ...alone, answer: 'ASSENT' })).toEqual({ giver: 'required' })
    const adult = { purpose: 'CASE_MGMT' as const, birth: { year: 1980 }, day: '2014-06-30' }
    const judged = judgeAsked({ ...alone, ...nothing }, adult)
    expect(judged.ok && judged.judged.giver).toBe('SELF')
    // A yes that only the person can give is no child's, whoever is not named.
    expect(judgeAsked({ ...alone, ...nothing }, { ...adult, birth: { year: 2004 } }).ok).toBe(false)
  })

  test('not possible has its reason, and an interpreter is no giver', () => {
    expect(askedErrors({ ...asked, answer: 'NOT_POSSIBLE' })).toEqual({ reason: 'required' })
    const raw = { purpose: 'CASE_MGMT', answer: 'GIVEN', giver: 'INTERPRETER', mode: 'SIGN' }
    const parsed = parseForm(consentForm, raw)
    expect(parsed.ok ? {} : parsed.errors).toEqual({ giver: 'not-a-code' })
  })
})

describe('what is wrong with an answer', () => {
  const girl = { purpose: 'CASE_MGMT' as const, birth: { year: 2003, basis: 'STATED' }, day: '2014-06-30' }
  const problems = (given: Partial<Asked>, about: About) => {
    const judged = judgeAsked({ ...asked, ...nothing, ...given }, about)
    return judged.ok ? {} : judged.errors
  }

  test('of a child is said at once: who cares, that a child assents, who may answer', () => {
    expect(problems({}, girl)).toEqual({ answer: 'child-assents', caregiver: 'required' })
    expect(problems({ caregiver: 'PRESENT_SAFE' }, girl)).toEqual({
      answer: 'child-assents',
      giver: 'giver-not-allowed',
    })
  })

  test('says of which kind a reason has to be, in words of its own', () => {
    const man = { ...girl, birth: { year: 1970, basis: 'STATED' } }
    const unconscious = { capacity: 'CANNOT', danger: 'VITAL', reason: 'UNCONSCIOUS' }
    const wrong = problems({ ...unconscious, answer: 'NOT_POSSIBLE', giver: '' }, man)
    expect(wrong).toEqual({ reason: 'needs-vital_reason' })
    for (const locale of ['fr', 'en'] as const)
      for (const list of REASON_LISTS) {
        const t = translator(locale)
        const sentence = errorText(t, 'consents', 'reason', `needs-${list}`)
        expect(sentence).toContain(t(`consents.reason.of.${list}`))
      }
  })

  test('who cares for a child may be refused when empty, and is not called optional', () => {
    expect(askedFields.caregiver.optional).toBe(false)
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

  test('a no to one organisation may be to whatever it offers', () => {
    const no = { purpose: 'REFERRAL', partner: 'DNDS', answer: 'REFUSED' }
    expect(errorsOf(no)).toEqual({})
    expect(errorsOf({ ...no, service: 'SOC' })).toEqual({ service: 'not-a-code' })
    expect(errorsOf({ ...no, partner: '' })).toEqual({ partner: 'required' })
  })

  test('what runs is kept only beside a no', () => {
    const raw = { purpose: 'STATS', giver: 'SELF', mode: 'SIGN', keepRunning: 'on' }
    expect(errorsOf({ ...raw, answer: 'GIVEN' })).toEqual({ keepRunning: 'only-no' })
    expect(errorsOf({ ...raw, answer: 'REFUSED' })).toEqual({})
  })
})
