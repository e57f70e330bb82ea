import { describe, expect, test } from 'vitest'
import { FACT_KEYS, type FactKey } from '@/lib/casework/consents/facts'
import type { FactSource } from './fact-values'
import { askedOnlyByPerson, SERVICE_CODES } from './need-profiles'
import { type NeedContext, needToKnow } from './need-to-know'
import { canBeReached, ticksThatReach } from './reach-facts'

const open: NeedContext = { partner: 'UNICEF', isChild: true, wishes: [], askedByPerson: true, stopped: [] }
const way = (mode: string, detail?: string): Pick<FactSource, 'safeContact'> => ({
  safeContact: { mode, detail, notTold: [] },
})
const reached = (
  leaving: FactKey[],
  source: Pick<FactSource, 'safeContact'> = way('CALL_OK'),
  agreed = false,
) => canBeReached({ leaving, source, agreed })

describe('whether an agency can reach the person', () => {
  test('a name alone does not let it find them', () => {
    expect(reached(['need', 'urgency', 'name', 'birth', 'reason_text'])).toBe(false)
  })

  test('a place is a way, whatever was said of calls', () => {
    expect(reached(['meeting_place'], way('NONE'))).toBe(true)
  })

  test('a number is one only where it may be called, or the person agreed for this agency', () => {
    expect(reached(['phone'], way('SMS_OK'))).toBe(true)
    for (const mode of ['IN_PERSON', 'NEVER_HOME', 'VIA_TRUSTED', 'NONE'])
      expect(reached(['phone'], way(mode))).toBe(false)
    expect(reached(['phone'], { safeContact: undefined }), 'nobody said that it may be called').toBe(false)
    expect(reached(['phone'], way('NEVER_HOME'), true)).toBe(true)
  })

  test('a way that says neither number, person nor place leads nowhere', () => {
    expect(reached(['safe_contact'], way('CALL_OK'))).toBe(false)
    expect(reached(['safe_contact'], way('CALL_OK', 'au 66 12 34 56'))).toBe(true)
    expect(reached(['safe_contact'], way('VIA_TRUSTED'))).toBe(false)
    expect(reached(['safe_contact'], way('VIA_TRUSTED', 'sa tante, au marché'))).toBe(true)
    expect(reached(['safe_contact'], way('NONE', 'ne pas contacter'))).toBe(false)
  })
})

describe('what could be ticked instead', () => {
  const source = {
    service: 'CP_BIA',
    phone: '66123456',
    meetingPlace: 'au centre',
    ...way('CALL_OK'),
  } as FactSource
  const ticks = (more: Partial<NeedContext> = {}, from = source) =>
    ticksThatReach({ leaving: ['need'], source: from, agreed: false }, { ...open, ...more })

  test('is what is known and may go there', () => {
    expect(ticks()).toEqual(expect.arrayContaining(['meeting_place']))
    const { meetingPlace: _, ...nowhere } = source
    expect(ticks({}, nowhere as FactSource)).not.toContain('meeting_place')
  })

  test('is nothing that the person keeps back or that may not be called', () => {
    const wishes = (['phone', 'meeting_place', 'safe_contact'] as const).map((fact) => ({
      fact,
      partner: 'UNICEF',
      reason: 'FEAR',
    }))
    expect(ticks({ wishes })).toEqual([])
    expect(ticks({}, { ...source, ...way('IN_PERSON') } as FactSource)).not.toContain('phone')
  })
})

test('the reason, which must be written, is ticked beforehand wherever the service may read it', () => {
  for (const service of SERVICE_CODES.filter((one) => !askedOnlyByPerson(one))) {
    const { rule } = needToKnow(service, 'reason_text', open)
    expect([service, rule]).not.toEqual([service, 'optional'])
  }
  expect(FACT_KEYS).toContain('reason_text')
})
