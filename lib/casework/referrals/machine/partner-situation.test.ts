import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersOpen, mayAnswer } from './partner-policy'
import { viewOf } from './partner-situation'
import { REFERRAL_STATES, type ReferralState, STATES, WITH_PARTNER } from './states'

const now = new Date('2014-06-30T09:00:00Z')
/** A referral that entered its state so many days ago. */
const row = (state: ReferralState, partnerDeletedAt: Date | null = null, days = 1) => ({
  state,
  priority: 'NORMAL',
  partnerDeletedAt,
  readingSince: new Date(now.getTime() - days * 86_400_000),
  settledDays: 30,
  afterDays: 30,
})
const then = now
const reading = { readable: true, now }
const ended = { readable: false, now }

describe('what a partner may do with a referral', () => {
  it.each([
    ['SENT', ['acknowledge', 'accept', 'ask', 'decline']],
    ['ACKNOWLEDGED', ['accept', 'ask', 'decline']],
    ['INFO_REQUESTED', ['accept', 'decline']],
    ['ACCEPTED', ['begin', 'complete', 'report-not-accessed']],
    ['IN_PROGRESS', ['complete', 'report-not-accessed']],
    ['COMPLETED', []],
    ['CONTESTED', ['complete']],
    ['NOT_ACCESSED', ['rebook']],
    ['VERIFIED', []],
    ['CLOSED_UNSERVED', []],
    ['DECLINED', ['confirm-deleted']],
    ['CONSENT_WITHDRAWN', ['confirm-deleted']],
  ] as const)('in %s is %j', (state, answers) => {
    expect(answersOpen(row(state), reading)).toEqual(answers)
  })

  it('is only to confirm the deletion once the slip no longer opens', () => {
    for (const state of REFERRAL_STATES.filter((one) => STATES[one].partner !== 'NOTHING')) {
      expect(viewOf(row(state), ended)).toBe('STUB')
      expect(answersOpen(row(state), ended)).toEqual(['confirm-deleted'])
    }
  })

  it('is nothing once the deletion is confirmed', () => {
    expect(answersOpen(row('CANCELLED', then), ended)).toEqual([])
    expect(mayAnswer('confirm-deleted', row('CANCELLED', then), ended)).toEqual({
      allowed: false,
      reason: 'referral-NOT_IN_STATE',
    })
  })

  it('never includes a verb of our own team', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WITH_PARTNER), fc.boolean(), (state, readable) => {
        for (const verb of [
          'approve',
          'cancel',
          'withdraw-consent',
          'answer',
          'remind',
          'verify',
          'contest',
          'close-unserved',
        ] as const)
          expect(mayAnswer(verb, row(state), { readable, now }).allowed).toBe(false)
      }),
    )
  })
})

describe('how long a partner reads', () => {
  it.each([
    ['ACCEPTED', 400, 'STAGE_2'],
    ['COMPLETED', 29, 'STAGE_2'],
    ['COMPLETED', 30, 'STAGE_1'],
    ['COMPLETED', 59, 'STAGE_1'],
    ['COMPLETED', 60, 'STUB'],
    ['CONTESTED', 29, 'STAGE_2'],
    ['CONTESTED', 31, 'STAGE_1'],
    ['NOT_ACCESSED', 29, 'STAGE_2'],
    ['NOT_ACCESSED', 365, 'STUB'],
    ['VERIFIED', 0, 'STAGE_1'],
    ['VERIFIED', 30, 'STUB'],
    ['CLOSED_UNSERVED', 1, 'STAGE_1'],
    ['CLOSED_UNSERVED', 31, 'STUB'],
    ['DECLINED', 0, 'STUB'],
  ] as const)('%s after %i days: %s', (state, days, view) => {
    expect(viewOf(row(state, null, days), reading)).toBe(view)
  })
})
