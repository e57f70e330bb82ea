import { expect, test } from 'vitest'
import { type ConsentRow, notInForce } from '@/lib/casework/consents/cover'
import { CONSENT_STATUSES } from '@/lib/casework/consents/states'
import { withdrawPage } from './withdraw-page'

const now = new Date('2014-06-30T09:00:00Z')
const row = (more: Partial<ConsentRow> = {}): ConsentRow => ({
  id: 'c1',
  purpose: 'REFERRAL',
  partner: 'UNICEF',
  service: 'CP_BIA',
  status: 'ASSENT',
  giver: 'SELF',
  legalBasis: 'BEST_INTERESTS',
  facts: ['sex'],
  recordedBy: 'moussa',
  reason: 'NOBODY',
  situation: {},
  needsReview: null,
  confirmBy: 'SUPERVISOR',
  confirmation: null,
  givenAt: new Date('2014-06-29T09:00:00Z'),
  expiresOn: '2014-12-31',
  withdrawnAt: null,
  ...more,
})

test('a yes that nobody confirmed yet carries nothing and is still the person’s to take back', () => {
  expect(notInForce(row(), now)).toBe('UNCONFIRMED')
  expect(withdrawPage('MLP-1', row())).toBe('/cases/MLP-1/consents/c1/withdraw')
  const said = { by: 'awa', role: 'SUPERVISOR', says: 'NO', at: now } as const
  expect(notInForce(row({ confirmation: said }), now)).toBe('NOT_CONFIRMED')
  expect(withdrawPage('MLP-1', row({ confirmation: said }))).toBeDefined()
})

test('so is one whose last day has passed, and the file’s own has its own page', () => {
  expect(notInForce(row({ expiresOn: '2014-06-29' }), now)).toBe('EXPIRED')
  expect(withdrawPage('MLP-1', row({ expiresOn: '2014-06-29' }))).toBeDefined()
  expect(withdrawPage('MLP-1', row({ purpose: 'CASE_MGMT' }))).toBe('/cases/MLP-1/withdraw')
})

test('what was refused or has ended is not taken back', () => {
  const open = CONSENT_STATUSES.filter((status) => withdrawPage('MLP-1', row({ status })))
  expect(open).toEqual(['GIVEN', 'ASSENT', 'NOT_POSSIBLE'])
})
