import { expect, test } from 'vitest'
import { consentErrors, startForm } from './forms'

test('the language of a yes is asked for here, and is not called optional', () => {
  const yes = { answer: 'GIVEN' as const, giver: 'SELF', mode: 'SIGN', language: '', witness: '', reason: '' }
  const rest = { caregiver: '', capacity: '', danger: '', doubt: '' }
  expect(consentErrors({ ...yes, ...rest })).toEqual({ language: 'required' })
  expect(startForm.fields.language.optional).toBe(false)
})
