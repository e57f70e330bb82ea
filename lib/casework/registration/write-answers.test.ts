import { describe, expect, test } from 'vitest'
import { type Answers, answersDoubts } from './write-answers'

const asked: Answers = {
  answer: 'ASSENT',
  giver: 'SELF',
  mode: '',
  language: '',
  witness: '',
  caregiver: 'NONE',
  capacity: '',
  danger: '',
  reason: '',
  doubt: '',
  stats: 'YES',
}
/** A girl of ten on 30 June 2014. */
const girl = { birth: { year: 2004, basis: 'ESTIMATE' }, day: '2014-06-30' }
const of = (more: Partial<Answers>) => answersDoubts({ ...asked, ...more }, girl)

describe('what the rule has against the first page while it comes back', () => {
  test('is said in one round: the reason of a child alone, and that nobody may say yes to figures for her', () => {
    expect(of({})).toEqual({ reason: 'needs-best_interests_reason', stats: 'counts-as-no' })
    expect(of({ reason: 'NOBODY' })).toEqual({ stats: 'counts-as-no' })
    expect(of({ reason: 'NOBODY', stats: 'NO' })).toEqual({})
  })

  test('is nothing while nobody said which answer, or whose it was', () => {
    expect(of({ giver: '' })).toEqual({})
    expect(of({ answer: '' as never })).toEqual({})
    expect(of({ answer: 'REFUSED' })).toEqual({})
  })

  test('leaves figures alone where a parent answers with the child', () => {
    expect(of({ giver: 'PARENT', caregiver: 'PRESENT_SAFE' })).toEqual({})
  })
})
