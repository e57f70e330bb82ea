import { describe, expect, test } from 'vitest'
import { againstNext, meetsPerson, proposedNext, rhythmOf } from './rhythm'

describe('the next contact', () => {
  test('is proposed after 7, 14 or 30 days by the risk; nobody rated is followed as the highest', () => {
    expect(proposedNext('2014-06-30', 'HIGH')).toBe('2014-07-07')
    expect(proposedNext('2014-06-30', 'MEDIUM')).toBe('2014-07-14')
    expect(proposedNext('2014-06-30', 'LOW')).toBe('2014-07-30')
    expect(rhythmOf(null)).toBe('HIGH')
    expect(rhythmOf('NONE')).toBe('LOW')
  })

  const chosen = { type: 'OFFICE', on: '2014-06-30', nextOn: '', laterReason: '', risk: 'HIGH' }
  const against = (more: Partial<typeof chosen>) => againstNext({ ...chosen, ...more }, '2014-06-30')

  test('may be left to the rhythm, or be sooner without a word', () => {
    expect(against({})).toEqual({})
    expect(against({ nextOn: '2014-07-01' })).toEqual({})
    expect(against({ nextOn: '2014-07-07' })).toEqual({})
  })

  test('may be later than the risk allows with a reason, and with a reason only then', () => {
    expect(against({ nextOn: '2014-07-08' })).toEqual({ laterReason: 'required' })
    expect(against({ nextOn: '2014-07-08', laterReason: 'TRAVELLING' })).toEqual({})
    expect(against({ nextOn: '2014-07-07', laterReason: 'TRAVELLING' })).toEqual({ laterReason: 'not-later' })
    expect(against({ laterReason: 'TRAVELLING' })).toEqual({ nextOn: 'reason-without-day' })
  })

  test('is neither today nor past, nor years away, nor set with a provider', () => {
    expect(against({ nextOn: '2014-06-30' })).toEqual({ nextOn: 'in-past' })
    expect(against({ nextOn: '2015-07-02', laterReason: 'TRAVELLING' })).toEqual({ nextOn: 'too-late' })
    expect(against({ type: 'PROVIDER_CHECK', nextOn: '2014-07-01' })).toEqual({ nextOn: 'not-with-provider' })
    expect(meetsPerson('FAILED') || meetsPerson('PROVIDER_CHECK')).toBe(false)
    expect(meetsPerson('PHONE')).toBe(true)
  })
})
