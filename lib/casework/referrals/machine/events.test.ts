import { describe, expect, test } from 'vitest'
import { eventKey, historyFault, type ReferralEvent, reviewDue, sentAt } from './events'
import type { ReferralState } from './states'

const day = (n: number): Date => new Date(Date.UTC(2014, 5, n, 9))

/** A history told as "verb STATE party", a day apart. */
function history(...lines: string[]): ReferralEvent[] {
  let from: ReferralState | null = null
  return lines.map((text, i) => {
    const [verb, to, by] = text.split(' ') as [ReferralEvent['verb'], ReferralState, ReferralEvent['by']]
    const event: ReferralEvent = { verb, from, to, by, at: day(i + 1), channel: 'APP', reason: null }
    from = to
    return event
  })
}

const usual = history(
  'start DRAFT team',
  'submit PENDING_APPROVAL team',
  'approve APPROVED supervisor',
  'send SENT system',
  'remind SENT team',
  'accept ACCEPTED recorded',
  'complete COMPLETED partner',
  'verify VERIFIED team',
)

describe('the history of a referral', () => {
  test('is sound when each event follows from the one before', () => {
    expect(historyFault(usual)).toBeNull()
    expect(historyFault([])).toBeNull()
  })

  test('names the first event that does not follow', () => {
    const cut = usual.filter((event) => event.verb !== 'approve')
    expect(historyFault(cut)).toEqual({ index: 2, fault: 'BROKEN_CHAIN' })
    expect(historyFault(history('start DRAFT team', 'accept ACCEPTED partner'))).toEqual({
      index: 1,
      fault: 'NO_SUCH_MOVE',
    })
    expect(historyFault(history('start DRAFT team', 'submit PENDING_APPROVAL partner'))).toEqual({
      index: 1,
      fault: 'NO_SUCH_MOVE',
    })
    expect(historyFault(history('start DRAFT team', 'remind SENT team'))).toEqual({
      index: 1,
      fault: 'NO_SUCH_MOVE',
    })
    const back = usual.map((event, i) => (i === 3 ? { ...event, at: day(1) } : event))
    expect(historyFault(back)).toEqual({ index: 3, fault: 'BACK_IN_TIME' })
  })

  test('knows what was corrected by rule, and lets nobody else leave a closed state', () => {
    const corrected = [...usual, ...history('start DRAFT team', 'correct CONTESTED system').slice(1)]
    const last = corrected.at(-1)
    if (!last) throw new Error('no history')
    const sound = [...usual, { ...last, from: 'VERIFIED' as const, at: day(9) }]
    expect(historyFault(sound)).toBeNull()
    expect(
      historyFault([...usual, { ...last, from: 'VERIFIED' as const, at: day(9), by: 'team' as const }]),
    ).toEqual({
      index: usual.length,
      fault: 'NO_SUCH_MOVE',
    })
  })

  test('knows when it left', () => {
    expect(sentAt(usual)).toEqual(day(4))
    expect(sentAt(usual.slice(0, 3))).toBeNull()
  })

  test('asks for a review after an emergency until there is one', () => {
    const emergency = history('start DRAFT team', 'send-emergency SENT team', 'accept ACCEPTED partner')
    expect(reviewDue(emergency)).toBe(true)
    expect(reviewDue([...emergency, ...history('review ACCEPTED supervisor')])).toBe(false)
    expect(reviewDue(usual)).toBe(false)
  })

  test('tells apart who did it and how', () => {
    expect(eventKey({ verb: 'accept', by: 'partner' })).toBe('event.accept')
    expect(eventKey({ verb: 'accept', by: 'recorded' })).toBe('event.recorded.accept')
    expect(eventKey({ verb: 'return', by: 'system' })).toBe('event.return.system')
    expect(eventKey({ verb: 'return', by: 'supervisor' })).toBe('event.return')
    expect(eventKey({ verb: 'review', by: 'supervisor' })).toBe('event.review')
  })
})
