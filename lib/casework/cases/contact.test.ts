import { describe, expect, test } from 'vitest'
import { lists } from '@/lib/base/codes/lists'
import { contactLines, contactStop, liftsStop, wayBeside } from './contact'

const ways = lists.safe_contact.map(({ code }) => code)

describe('a call', () => {
  test('is stopped by the alert’s no, whatever else is noted', () => {
    for (const safeContact of [null, ...ways])
      expect(contactStop({ doNotContact: true, safeContact })).toBe('alert')
  })

  test('is stopped by every way of contact that is not a call or a message', () => {
    const stopped = ways.filter(
      (safeContact) => contactStop({ doNotContact: false, safeContact }) === 'safety',
    )
    expect(stopped).toEqual(['VIA_TRUSTED', 'IN_PERSON', 'NEVER_HOME', 'NONE'])
    expect(contactStop({ doNotContact: false, safeContact: null })).toBeNull()
  })

  test('is allowed again only by a way of contact that says so', () => {
    expect(ways.filter(liftsStop)).toEqual(['CALL_OK', 'SMS_OK', 'CALL_TIMES'])
  })
})

test('no older yes stands beside the no that the person said in the alert', () => {
  expect(wayBeside({ doNotContact: true, safeContact: 'CALL_OK' })).toBeNull()
  expect(wayBeside({ doNotContact: true, safeContact: 'IN_PERSON' })).toBe('IN_PERSON')
  expect(wayBeside({ doNotContact: false, safeContact: 'CALL_OK' })).toBe('CALL_OK')
})

test('what registration noted is not said to come from the alert', () => {
  const alert = { words: 'le téléphone est à son oncle' }
  expect(contactLines({ doNotContact: true, safeContact: 'IN_PERSON', detail: 'au puits' }, alert)).toEqual([
    { source: 'alert', way: null, words: 'le téléphone est à son oncle' },
    { source: 'file', way: 'IN_PERSON', words: 'au puits' },
  ])
  expect(contactLines({ doNotContact: true, safeContact: null, detail: '' }, alert)).toHaveLength(1)
  expect(contactLines({ doNotContact: false, safeContact: 'NONE', detail: '' }, alert)).toEqual([
    { source: 'file', way: 'NONE', words: '' },
  ])
})
