import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CLOSED,
  isReferralState,
  OPEN,
  partnerView,
  REFERRAL_STATES,
  SETTLED,
  STAGE_2_STATES,
  STATES,
} from './states'
import { MOVES } from './transitions'

describe('the states of a referral', () => {
  test('every state stands in exactly one group', () => {
    expect([...OPEN, ...SETTLED, ...CLOSED].sort()).toEqual([...REFERRAL_STATES].sort())
  })

  test('OPEN runs from the draft to the service in progress', () => {
    expect(OPEN).toEqual([
      'DRAFT',
      'PENDING_APPROVAL',
      'RETURNED',
      'APPROVED',
      'SENT',
      'ACKNOWLEDGED',
      'INFO_REQUESTED',
      'ACCEPTED',
      'IN_PROGRESS',
    ])
    expect(SETTLED).toEqual(['COMPLETED', 'NOT_ACCESSED'])
    expect([...CLOSED].sort()).toEqual(['CANCELLED', 'CONSENT_WITHDRAWN', 'DECLINED', 'VERIFIED'])
  })

  test('silence is not a state', () => {
    expect(isReferralState('NO_RESPONSE')).toBe(false)
    expect(isReferralState('toString')).toBe(false)
  })

  test('the second stage is readable in four states only', () => {
    expect(STAGE_2_STATES).toEqual(['ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'NOT_ACCESSED'])
  })

  test('nobody holds the baton exactly where no move is left', () => {
    for (const state of REFERRAL_STATES) {
      const leaves = MOVES.some((move) => move.from === state)
      expect([state, STATES[state].turn === 'nobody']).toEqual([state, !leaves])
    }
  })

  test('the baton is with the partner only where the partner can move', () => {
    for (const state of REFERRAL_STATES.filter((s) => STATES[s].turn === 'them')) {
      expect(MOVES.some((move) => move.from === state && move.by === 'partner')).toBe(true)
    }
  })
})

describe('what the partner reads', () => {
  const anyState = fc.constantFrom(...REFERRAL_STATES)

  test('nothing at all of a referral that was never sent', () => {
    fc.assert(
      fc.property(anyState, fc.boolean(), (state, accessEnded) => {
        expect(partnerView(state, { sent: false, accessEnded })).toBe('NOTHING')
      }),
    )
  })

  test('never a fact once access has ended', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(['NOTHING', 'STUB']).toContain(partnerView(state, { sent: true, accessEnded: true }))
      }),
    )
  })

  test('a stub after decline, cancel and withdrawal', () => {
    for (const state of ['DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN'] as const)
      expect(partnerView(state, { sent: true, accessEnded: false })).toBe('STUB')
  })
})
