import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersOpen, mayAnswer } from './partner-policy'
import { viewOf } from './partner-situation'
import { REFERRAL_STATES, STATES, WITH_PARTNER } from './states'

const row = (state: string, partnerDeletedAt: Date | null = null) => ({
  state,
  priority: 'NORMAL',
  partnerDeletedAt,
})
const then = new Date('2014-06-30T09:00:00Z')

describe('what a partner may do with a referral', () => {
  it.each([
    ['SENT', ['acknowledge', 'accept', 'ask', 'decline']],
    ['ACKNOWLEDGED', ['accept', 'ask', 'decline']],
    ['INFO_REQUESTED', ['accept', 'decline']],
    ['ACCEPTED', ['begin', 'complete', 'report-not-accessed']],
    ['IN_PROGRESS', ['complete', 'report-not-accessed']],
    ['COMPLETED', []],
    ['VERIFIED', []],
    ['DECLINED', ['confirm-deleted']],
    ['CONSENT_WITHDRAWN', ['confirm-deleted']],
  ])('in %s is %j', (state, answers) => {
    expect(answersOpen(row(state), true)).toEqual(answers)
  })

  it('is only to confirm the deletion once the slip no longer opens', () => {
    for (const state of REFERRAL_STATES.filter((one) => STATES[one].partner !== 'NOTHING')) {
      expect(viewOf(row(state), false)).toBe('STUB')
      expect(answersOpen(row(state), false)).toEqual(['confirm-deleted'])
    }
  })

  it('is nothing once the deletion is confirmed', () => {
    expect(answersOpen(row('CANCELLED', then), false)).toEqual([])
    expect(mayAnswer('confirm-deleted', row('CANCELLED', then), false)).toEqual({
      allowed: false,
      reason: 'referral-NOT_IN_STATE',
    })
  })

  it('never includes a verb of our own team', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WITH_PARTNER), fc.boolean(), (state, readable) => {
        for (const verb of ['approve', 'cancel', 'withdraw-consent', 'answer', 'remind'] as const)
          expect(mayAnswer(verb, row(state), readable).allowed).toBe(false)
      }),
    )
  })
})
