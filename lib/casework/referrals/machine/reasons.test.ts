import { describe, expect, test } from 'vitest'
import { unions } from '@/lib/base/codes/unions'
import { DECLINE_REASONS, NOT_ACCESSED_REASONS } from './reasons'

describe('the reasons a page offers', () => {
  test('are the whole list of the field, for a refusal and for a service not obtained', () => {
    expect([...DECLINE_REASONS].sort()).toEqual([...unions.referral_decline_reason].sort())
    expect([...NOT_ACCESSED_REASONS].sort()).toEqual([...unions.not_accessed_reason].sort())
  })
})
