import { expect, test } from 'vitest'
import { REFERRAL_STATES, STATES } from '@/lib/casework/referrals/machine/states'
import { ASKED, meets, TAKEN } from './meets'

const referred = (
  state: string,
  more: { service?: string; emergency?: boolean; outcome?: string; tooLate?: boolean } = {},
) => meets({ by: 'referred', service: 'MED_CMR', emergency: false, ...more, state })

test('only a partner’s yes or its work puts out a clinical clock; whatever else a referral does puts out nothing', () => {
  expect(TAKEN.filter((state) => !REFERRAL_STATES.includes(state))).toEqual([])
  const lit = REFERRAL_STATES.filter((state) => referred(state).tasks.length === 0)
  expect(lit).toEqual(REFERRAL_STATES.filter((state) => !(TAKEN as readonly string[]).includes(state)))
  for (const state of [
    'PENDING_APPROVAL',
    'RETURNED',
    'SENT',
    'CANCELLED',
    'DECLINED',
    'NOT_ACCESSED',
    'CONTESTED',
  ])
    expect(lit).toContain(state)
})

test('a yes meets the very care alone, and nobody was seen by it', () => {
  expect(referred('ACCEPTED').tasks).toEqual(['CARE_PEP', 'CARE_EC', 'CARE_INJURY'])
  expect(referred('ACCEPTED', { service: 'MED_CONS' }).tasks).toEqual(['CARE_INJURY'])
  expect(referred('VERIFIED', { service: 'CP_BIA' }).tasks).toEqual([])
  expect(referred('ACCEPTED', { tooLate: true }).tasks).toEqual([])
  expect(referred('COMPLETED', { tooLate: true }).tasks).toContain('CARE_PEP')
  expect(referred('COMPLETED', { outcome: 'PARTLY' }).tasks).toEqual([])
})

test('a first action is help, a meeting, an emergency sent or a yes; never a referral that waits', () => {
  expect(meets({ by: 'help', service: 'FOOD_RATION' })).toEqual({ tasks: [], firstAction: true })
  expect(referred('SENT', { emergency: true })).toEqual({ tasks: [], firstAction: true })
  expect(referred('ACCEPTED').firstAction).toBe(true)
  for (const state of ['DRAFT', 'PENDING_APPROVAL', 'RETURNED', 'APPROVED', 'SENT', 'DECLINED'])
    expect(referred(state).firstAction).toBe(false)
})

test('a meeting from before anybody asked is no answer; one since then is', () => {
  const met = (on: string) => meets({ by: 'meeting', on, asked: '2014-06-30' })
  expect(met('2014-06-29')).toEqual({ tasks: [], firstAction: false })
  expect(met('2014-06-30')).toEqual({ tasks: ['SEE_PERSON'], firstAction: true })
})

test('care is asked for by a referral that waits for a word of anybody, and by none that was only begun', () => {
  expect(REFERRAL_STATES.filter((state) => (ASKED as readonly string[]).includes(state))).toEqual([...ASKED])
  const open = REFERRAL_STATES.filter((state) => STATES[state].group === 'OPEN')
  const neither = open.filter((state) => ![...ASKED, ...TAKEN].some((one) => one === state))
  expect(neither).toEqual(['DRAFT', 'RETURNED'])
})
