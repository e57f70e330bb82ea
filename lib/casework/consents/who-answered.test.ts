import { describe, expect, test } from 'vitest'
import { isMessageKey, translator } from '@/lib/base/i18n/translate'
import { judgeAsked } from './asked'
import { CONSENT_SETTINGS } from './rule-book'
import { standingOf, tooYoung, WHO_ANSWERED, whoAnswered } from './who-answered'

describe('what is said about who answered', () => {
  test.each([
    ['GIVEN', 'SELF', false, 'YES_SELF'],
    ['GIVEN', 'GUARDIAN', false, 'YES_GUARDIAN'],
    ['ASSENT', 'SELF', false, 'CHILD_ALONE'],
    ['ASSENT', 'PARENT', false, 'CHILD_AND_PARENT'],
    ['ASSENT', 'GUARDIAN', false, 'CHILD_AND_GUARDIAN'],
    ['ASSENT', 'AUTHORITY', false, 'CHILD_AND_AUTHORITY'],
    ['ASSENT', 'PARENT', true, 'FOR_CHILD_PARENT'],
    ['ASSENT', 'SELF', true, 'NOBODY'],
    ['NOT_POSSIBLE', 'NONE', false, 'NOBODY'],
    ['REFUSED', 'SELF', false, 'NO_SELF'],
    ['REFUSED', 'PARENT', true, 'NO_PARENT'],
    ['WITHDRAWN', 'SELF', false, 'WITHDRAWN'],
  ] as const)('%s by %s (too young: %s) is %s', (status, giver, young, key) => {
    expect(whoAnswered({ status, giver }, young)).toBe(key)
  })

  test('names a guardian only where a guardian answered, in French and English', () => {
    for (const [locale, guardian] of [
      ['fr', /tuteur/],
      ['en', /guardian/],
    ] as const)
      for (const key of WHO_ANSWERED) {
        expect(isMessageKey(`consents.who.${key}`), key).toBe(true)
        const words = translator(locale)(`consents.who.${key}`)
        expect(guardian.test(words), `${key}: ${words}`).toBe(key.endsWith('GUARDIAN'))
      }
  })

  test('a child below the age of assent is too young, at it no more, and nobody guesses without a birth', () => {
    const from = CONSENT_SETTINGS.assent_from
    expect(tooYoung({ date: `${2014 - from}-07-01` }, '2014-06-30')).toBe(true)
    expect(tooYoung({ date: `${2014 - from}-06-30` }, '2014-06-30')).toBe(false)
    expect(tooYoung({}, '2014-06-30')).toBe(false)
  })

  test('a word that is needed waits until it is said', () => {
    expect(standingOf(null, null)).toBe('NOT_NEEDED')
    expect(standingOf('SUPERVISOR', null)).toBe('WAITING')
    expect(standingOf('SUPERVISOR', 'NO')).toBe('NO')
  })
})

test('no door records a yes of a child who cannot understand the question', () => {
  const asked = {
    answer: 'ASSENT',
    giver: 'SELF',
    mode: 'THUMB',
    language: '',
    witness: '',
    caregiver: 'NONE',
    capacity: '',
    danger: '',
    doubt: '',
    reason: 'NOBODY',
  } as const
  const about = { purpose: 'CASE_MGMT', day: '2014-06-30' } as const
  const small = judgeAsked(asked, { ...about, birth: { date: '2012-05-01' } })
  expect(small).toEqual({ ok: false, errors: { answer: 'too-young' } })
  const older = judgeAsked(asked, { ...about, birth: { date: '2004-05-01' } })
  expect(older.ok).toBe(true)
})
