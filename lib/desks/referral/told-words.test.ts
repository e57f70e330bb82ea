import { expect, test } from 'vitest'
import { toldWords } from './told-words'

const at = '2014-06-30T09:00:00Z'
const told = (state: 'QUEUED' | 'SENT' | 'FAILED', failure: string | null = null) => ({
  state,
  madeAt: at,
  sentAt: state === 'SENT' ? at : null,
  failure,
})

test.each([
  [null, true, undefined],
  [told('QUEUED'), true, { key: 'referrals.mail.queued' }],
  [told('QUEUED'), false, { key: 'referrals.mail.resting' }],
  [told('SENT'), true, { key: 'referrals.mail.sent', at: new Date(at) }],
  [told('FAILED', 'SMTP_550'), true, { key: 'referrals.mail.failed', failed: true }],
  [{ ...told('SENT'), way: 'SMS' }, true, { key: 'referrals.sms.sent', at: new Date(at) }],
  [{ ...told('QUEUED'), way: 'SMS' }, false, { key: 'referrals.sms.resting' }],
  [told('FAILED', 'UNSURE'), true, { key: 'referrals.mail.unsure', failed: true }],
  [told('FAILED', 'NO_ADDRESS'), false, { key: 'referrals.mail.no-address', failed: true }],
] as const)('%o, mail leaves: %s', (last, leaves, said) => {
  expect(toldWords(last, { state: 'SENT', callTask: null, mailLeaves: leaves })).toEqual(said)
})

test('where the agency has said no, nothing waits for it; where somebody is to call, it is said why', () => {
  const around = { state: 'DECLINED', callTask: null, mailLeaves: true }
  expect(toldWords(told('QUEUED'), around)).toBeUndefined()
  expect(toldWords(told('SENT'), around)?.key).toBe('referrals.mail.sent')
  const why = { key: 'referrals.mail.failed', failed: true }
  expect(toldWords(null, { ...around, state: 'SENT', callTask: 'x' })).toEqual(why)
  expect(toldWords(told('QUEUED'), { ...around, state: 'SENT', callTask: 'x' })).toEqual(why)
})
