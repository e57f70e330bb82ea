import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { idsOf } from './find-by-code'

test('the ids of a referral’s code are those, and only those, that have it', () => {
  for (let round = 0; round < 500; round += 1) {
    const id = randomUUID()
    const { from, to } = idsOf(referralCode(id))
    expect(from <= id && id <= to).toBe(true)
    expect([referralCode(from), referralCode(to)]).toEqual([referralCode(id), referralCode(id)])
  }
})
