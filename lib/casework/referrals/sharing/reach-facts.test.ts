import { expect, test } from 'vitest'
import { FACT_KEYS } from '@/lib/casework/consents/facts'
import { askedOnlyByPerson, SERVICE_CODES } from './need-profiles'
import { needToKnow } from './need-to-know'
import { canBeReached } from './reach-facts'

test('a name alone does not let a partner find the person', () => {
  expect(canBeReached(['need', 'urgency', 'name', 'birth', 'reason_text'])).toBe(false)
  for (const fact of ['phone', 'safe_contact', 'meeting_place'] as const)
    expect(canBeReached(['need', fact])).toBe(true)
})

test('the reason, which must be written, is ticked beforehand wherever the service may read it', () => {
  const context = { partner: 'UNICEF', isChild: true, wishes: [], askedByPerson: true, stopped: [] }
  for (const service of SERVICE_CODES.filter((one) => !askedOnlyByPerson(one))) {
    const { rule } = needToKnow(service, 'reason_text', context)
    expect([service, rule]).not.toEqual([service, 'optional'])
  }
  expect(FACT_KEYS).toContain('reason_text')
})
