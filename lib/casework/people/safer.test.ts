import { describe, expect, test } from 'vitest'
import { saferOf } from './safer'

const pick = (...given: Parameters<typeof saferOf>) => saferOf(...given).pick

describe('the preset of a conflict', () => {
  test('is the safer way of contact, whoever chose it', () => {
    expect(pick('safeContact', 'CALL_OK', 'IN_PERSON')).toBe('mine')
    expect(pick('safeContact', 'IN_PERSON', 'CALL_OK')).toBe('theirs')
    expect(pick('safeContact', 'SMS_OK', 'CALL_TIMES')).toBe('mine')
    expect(pick('safeContact', '', 'CALL_OK')).toBe('mine')
  })

  test('is the higher risk', () => {
    expect(pick('risk', 'LOW', 'HIGH')).toBe('mine')
    expect(pick('risk', 'HIGH', 'MEDIUM')).toBe('theirs')
  })

  test('keeps a warning that one of the two took away, and else what stands', () => {
    expect(pick('warning', '', 'the uncle listens')).toBe('mine')
    expect(pick('warning', 'the uncle listens', '')).toBe('theirs')
    expect(saferOf('village', 'Ansongo', 'Bourem')).toEqual({ pick: 'theirs', safer: false })
  })
})
