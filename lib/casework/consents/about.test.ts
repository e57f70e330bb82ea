import { expect, test } from 'vitest'
import { answerAbout } from './about'
import { newPurposes } from './form'

test('an answer is about its purpose, and where something leaves about the organisation too', () => {
  const known = newPurposes.filter((purpose) => answerAbout({ purpose }))
  expect(known).toEqual(
    newPurposes.filter((purpose) => !['REFERRAL', 'TRACING', 'TRANSFER'].includes(purpose)),
  )
  expect(answerAbout({ purpose: 'TRACING', partner: 'ICRC' })).toEqual({
    purpose: 'TRACING',
    partner: 'ICRC',
  })
  expect(answerAbout({ purpose: 'STATS', partner: 'ICRC' })).toEqual({ purpose: 'STATS', partner: null })
})

test('what is no purpose and no organisation is asked for again', () => {
  for (const said of [{}, { purpose: 'X' }, { purpose: 'REFERRAL', partner: 'X' }, { purpose: ['STATS'] }])
    expect(answerAbout(said)).toBeUndefined()
})
