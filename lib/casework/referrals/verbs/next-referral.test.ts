import { expect, test } from 'vitest'
import { consentRow } from '@/lib/casework/consents/consent-rows'
import { askedLast, nextAfter } from './next-referral'

const said = (mode: string) =>
  consentRow({
    ...{
      id: 'c',
      purpose: 'REFERRAL',
      partner: 'NRC',
      service: 'REINT_EDU',
      status: 'ASSENT',
      giver: 'PARENT',
    },
    ...{
      mode,
      language: 'ses',
      legalBasis: 'CONSENT',
      facts: [],
      recordedBy: '',
      reason: null,
      situation: {},
    },
    ...{ needsReview: null, confirmBy: null, confirmation: null, expiresOn: null, withdrawnAt: null },
    givenAt: '2014-07-01T10:00:00Z',
  })
const after = { id: 'x', partner: 'NRC', service: 'REINT_EDU', state: 'DECLINED', harmed: false }

test('who answered and in which language is known; a signature or a witness was of that day', () => {
  expect(askedLast([said('VERBAL_PHONE')], after)).toEqual({
    giver: 'PARENT',
    language: 'ses',
    mode: 'VERBAL_PHONE',
  })
  for (const mode of ['SIGN', 'THUMB', 'VERBAL_WIT'])
    expect(askedLast([said(mode)], after), mode).toEqual({ giver: 'PARENT', language: 'ses', mode: '' })
})

test('nothing is known where nothing was said, and the answer itself never is', () => {
  expect(askedLast([], after)).toEqual({ giver: '', language: '', mode: '' })
  expect(askedLast([said('SIGN')], after)).not.toHaveProperty('answer')
})

test('only attempts at the same service leave a provider out, and what is none of this case is followed by nothing', () => {
  const attempts = [after, { ...after, id: 'y', partner: 'SAVE', service: 'FOOD' }]
  const around = { attempts, entries: [], cercle: 'ML0505', now: new Date('2014-07-03T08:00:00Z') }
  expect(nextAfter('x', around)).toEqual({ after, offered: [], left: [] })
  expect(nextAfter('z', around)).toBeUndefined()
  expect(nextAfter('', around)).toBeUndefined()
})
