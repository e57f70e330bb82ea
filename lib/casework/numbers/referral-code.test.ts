import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referralCode } from './referral-code'

describe('the public code of a referral', () => {
  it('is made of the first bits of the id', () => {
    expect(referralCode('00000000-0000-4000-8000-000000000000')).toBe('R-000000')
    expect(referralCode('ffffffff-ffff-4fff-bfff-ffffffffffff')).toBe('R-ZZZZZZ')
    expect(referralCode('04000000-0000-4000-8000-000000000000')).toBe('R-0G0000')
  })

  it('always has six symbols that are not misread, and is the same each time', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(referralCode(id)).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{6}$/)
        expect(referralCode(id)).toBe(referralCode(id))
      }),
    )
  })
})
