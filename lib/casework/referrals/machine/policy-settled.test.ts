import { expect, test } from 'vitest'
import { answerTo, type Row } from '@/lib/testing/factories/situation'

/** What follows a service that was reported, denied or not obtained. */
const rows: Row[] = [
  ['the team verifies what was contested', 'verify', { state: 'CONTESTED' }, 'allowed'],
  ['the team verifies what was not accessed', 'verify', { state: 'NOT_ACCESSED' }, 'allowed'],
  ['the team contests what was reported', 'contest', { state: 'COMPLETED' }, 'allowed'],
  ['nobody contests what was never reported', 'contest', { state: 'ACCEPTED' }, 'NOT_IN_STATE'],
  ['nobody contests what is confirmed', 'contest', { state: 'VERIFIED' }, 'NOT_IN_STATE'],
  [
    'a supervisor does not speak for the person',
    'contest',
    { state: 'COMPLETED', relations: ['supervisorOfOffice'] },
    'TEAM_ONLY',
  ],
  [
    'the partner answers what was not confirmed',
    'complete',
    { state: 'CONTESTED', relations: ['partner'] },
    'allowed',
  ],
  [
    'the partner does not answer once its reading has ended',
    'complete',
    { state: 'CONTESTED', relations: ['partner'], reads: 'STUB' },
    'ACCESS_ENDED',
  ],
  ['the team gives a new date', 'rebook', { state: 'NOT_ACCESSED' }, 'allowed'],
  ['the partner gives a new date', 'rebook', { state: 'NOT_ACCESSED', relations: ['partner'] }, 'allowed'],
  [
    'nobody gives a new date on a consent that ended',
    'rebook',
    { state: 'NOT_ACCESSED', consentStands: false },
    'CONSENT_ENDED',
  ],
  ['the team closes what was not obtained', 'close-unserved', { state: 'NOT_ACCESSED' }, 'allowed'],
  ['the team closes what stays contested', 'close-unserved', { state: 'CONTESTED' }, 'allowed'],
  [
    'the partner does not close it',
    'close-unserved',
    { state: 'CONTESTED', relations: ['partner'] },
    'TEAM_ONLY',
  ],
  ['the team tells the partner later', 'tell-partner', { state: 'CONTESTED', untold: true }, 'allowed'],
  ['nobody tells it twice', 'tell-partner', { state: 'CONTESTED' }, 'NOT_IN_STATE'],
]

test.each(rows)('%s', (_, verb, change, expected) => {
  expect(answerTo(verb, { state: 'COMPLETED', ...change })).toBe(expected)
})
