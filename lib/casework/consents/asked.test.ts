import { describe, expect, test } from 'vitest'
import { type Asked, judgeAsked } from './asked'

const day = '2014-06-30'
const adolescent = { year: 1998, basis: 'DOC', date: '1998-03-02' }
const alone: Asked = {
  answer: 'ASSENT',
  giver: 'SELF',
  mode: 'SIGN',
  language: 'bam',
  witness: '',
  caregiver: 'UNREACHABLE',
  capacity: '',
  danger: '',
  doubt: '',
  reason: 'CAREGIVER_FAR',
}
const about = {
  purpose: 'CASE_MGMT' as const,
  service: '',
  birth: adolescent,
  day,
  restricted: false,
  partner: null,
}

describe('an adolescent who answers alone', () => {
  test('may, where whoever cares for them is out of reach', () => {
    expect(judgeAsked(alone, about)).toMatchObject({ ok: true })
  })

  test('may not for that reason where the same page says that the caregiver is there', () => {
    expect(judgeAsked({ ...alone, caregiver: 'PRESENT_SAFE' }, about)).toEqual({
      ok: false,
      errors: { reason: 'contradicts-caregiver' },
    })
  })
})
