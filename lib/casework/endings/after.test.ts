import { describe, expect, test } from 'vitest'
import { codes } from '@/lib/base/codes/codes'
import type { CodeOf } from '@/lib/base/codes/lists'
import { afterDecline, afterNotAccessed, type Closing, harmPath, retentionOf } from './after'
import examples from './retention-examples.json'

type Example = { id: string; facts: Closing; expect: { class: string; erase_on: string | null } }

test.each((examples as Example[]).map((one) => [one.id, one] as const))(
  'retention of %s',
  (_, { facts, expect: want }) => {
    expect(retentionOf(facts)).toEqual({ class: want.class, eraseOn: want.erase_on })
  },
)

describe('what follows', () => {
  test('every reason of the lists has a next step', () => {
    for (const { code } of codes('referral_decline_reason'))
      expect(afterDecline(code as CodeOf<'referral_decline_reason'>).due_days).toBeGreaterThan(0)
    for (const { code } of codes('not_accessed_reason'))
      expect(afterNotAccessed(code as CodeOf<'not_accessed_reason'>).next).toBeTruthy()
  })

  test('abuse by an aid worker is heard by the focal point alone within the hour; nothing reaches the partner', () => {
    for (const { code } of codes('harm_category')) {
      const path = harmPath(code as CodeOf<'harm_category'>)
      expect(path.hears === 'PSEA_FP').toBe(code === 'SEA')
      expect(path.hidden_from).toContain('PARTNER')
    }
    expect(harmPath('SEA')).toMatchObject({ hours: 1, hidden_from: ['CASE_TEAM', 'SUPERVISOR', 'PARTNER'] })
  })
})
