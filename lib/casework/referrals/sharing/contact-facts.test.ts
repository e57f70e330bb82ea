import { describe, expect, test } from 'vitest'
import { stoppedFacts } from './contact-facts'
import { presetFacts, refusedTicks } from './need-to-know'

const said = { doNotContact: false, safeContact: 'CALL_OK', detail: '', agreed: false }

describe('a way to reach somebody who said "do not contact"', () => {
  test('may leave when nobody said so', () => {
    for (const safeContact of ['CALL_OK', 'SMS_OK', 'CALL_TIMES', null])
      expect(stoppedFacts({ ...said, safeContact })).toEqual([])
  })

  test('stays here: the number after "in person only", and every call the alert forbids', () => {
    for (const safeContact of ['IN_PERSON', 'VIA_TRUSTED', 'NEVER_HOME', 'NONE'])
      expect(stoppedFacts({ ...said, safeContact }), safeContact).toEqual(['phone'])
    expect(stoppedFacts({ ...said, doNotContact: true })).toEqual(['phone', 'safe_contact'])
    expect(stoppedFacts({ ...said, doNotContact: true, safeContact: null })).toEqual(['phone'])
  })

  test('is found in the words beside the way of contact too', () => {
    const detail = 'demander Awa au 65\u00a012\u00a034\u00a056'
    expect(stoppedFacts({ ...said, safeContact: 'VIA_TRUSTED', detail })).toEqual(['phone', 'safe_contact'])
  })

  test('leaves once the person, asked, agrees for this partner', () => {
    expect(stoppedFacts({ ...said, doNotContact: true, safeContact: 'NONE', agreed: true })).toEqual([])
  })

  test('is neither ticked beforehand nor sealed when it is ticked all the same', () => {
    const context = {
      partner: 'NRC',
      isChild: false,
      wishes: [],
      askedByPerson: false,
      stopped: ['phone' as const],
    }
    expect(presetFacts('MED_CONS', context)).not.toContain('phone')
    expect(refusedTicks('MED_CONS', ['sex', 'phone'], context)).toEqual([
      { fact: 'phone', reason: 'CONTACT_STOPPED' },
    ])
  })
})
