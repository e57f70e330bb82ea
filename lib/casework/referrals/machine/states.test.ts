import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REFERRAL_WIRING } from '@/lib/engines/clocks/wiring'
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
    expect(SETTLED).toEqual(['COMPLETED', 'CONTESTED', 'NOT_ACCESSED'])
    expect([...CLOSED].sort()).toEqual([
      'CANCELLED',
      'CLOSED_UNSERVED',
      'CONSENT_WITHDRAWN',
      'DECLINED',
      'VERIFIED',
    ])
  })

  test('silence is not a state', () => {
    expect(isReferralState('NO_RESPONSE')).toBe(false)
    expect(isReferralState('toString')).toBe(false)
  })

  test('the second stage is readable in five states only', () => {
    expect(STAGE_2_STATES).toEqual(['ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'CONTESTED', 'NOT_ACCESSED'])
  })

  test('what is settled is our turn, stands on our list as to do, and has a clock that reminds us', () => {
    for (const state of SETTLED) {
      const { turn, tabs, clock, reminds, reading } = STATES[state]
      expect([state, turn, tabs.us, reminds, reading]).toEqual([state, 'us', 'answered', 'team', 'SETTLED'])
      expect(clock).not.toBeNull()
    }
  })

  test('the clock of each state is one of the engine’s, started by a move into it', () => {
    for (const state of REFERRAL_STATES) {
      const { clock } = STATES[state]
      if (!clock) continue
      const into = MOVES.filter((move) => move.to === state && move.from !== state).map(({ verb }) => verb)
      const { starts, meets } = REFERRAL_WIRING[clock]
      const carried = MOVES.some((move) => move.to === state && !meets.includes(move.verb))
      expect([state, into.some((verb) => starts.includes(verb)) || carried]).toEqual([state, true])
    }
  })

  test('a state that is over for good has no clock, and one that the partner never sees stands in none of its tabs', () => {
    for (const state of CLOSED) expect([state, STATES[state].clock]).toEqual([state, null])
    for (const state of REFERRAL_STATES)
      expect([state, STATES[state].tabs.them === 'none']).toEqual([
        state,
        STATES[state].partner === 'NOTHING',
      ])
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
  const days = fc.double({ min: 0, max: 400, noNaN: true })
  const limits = { settled: 30, after: 30 }

  test('never more later than before', () => {
    const order = ['NOTHING', 'STUB', 'STAGE_1', 'STAGE_2']
    fc.assert(
      fc.property(anyState, days, days, (state, one, other) => {
        const at = (days: number) =>
          order.indexOf(partnerView(state, { sent: true, accessEnded: false, days }, limits))
        expect(at(Math.max(one, other))).toBeLessThanOrEqual(at(Math.min(one, other)))
      }),
    )
  })

  test('nothing at all of a referral that was never sent', () => {
    fc.assert(
      fc.property(anyState, fc.boolean(), days, (state, accessEnded, days) => {
        expect(partnerView(state, { sent: false, accessEnded, days }, limits)).toBe('NOTHING')
      }),
    )
  })

  test('never a fact once access has ended', () => {
    fc.assert(
      fc.property(anyState, days, (state, days) => {
        expect(['NOTHING', 'STUB']).toContain(
          partnerView(state, { sent: true, accessEnded: true, days }, limits),
        )
      }),
    )
  })

  test('a stub after decline, cancel and withdrawal', () => {
    for (const state of ['DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN'] as const)
      expect(partnerView(state, { sent: true, accessEnded: false, days: 0 }, limits)).toBe('STUB')
  })
})
