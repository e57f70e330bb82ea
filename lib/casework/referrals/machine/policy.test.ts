import { describe, expect, test } from 'vitest'
import { answerTo, type Row, situation } from '@/lib/testing/factories/situation'
import { mayReferral, recordableVerbs } from './policy'
import type { ReferralVerb } from './transitions'

const rows: Row[] = [
  ['a lead starts a referral on an open case', 'start', { state: null }, 'allowed'],
  [
    'nobody starts one on a case that is not open',
    'start',
    { state: null, caseOpen: false },
    'CASE_NOT_OPEN',
  ],
  ['a member submits what a colleague wrote', 'submit', { relations: ['member'] }, 'allowed'],
  ['an author who left the case submits nothing', 'submit', { relations: ['author'] }, 'TEAM_ONLY'],
  ['a supervisor submits nothing', 'submit', { relations: ['supervisorOfOffice'] }, 'TEAM_ONLY'],
  [
    'a supervisor approves',
    'approve',
    { state: 'PENDING_APPROVAL', relations: ['supervisorOfOffice'] },
    'allowed',
  ],
  [
    'nobody approves what they wrote',
    'approve',
    { state: 'PENDING_APPROVAL', relations: ['supervisorOfOffice', 'author', 'lead'] },
    'OWN_WORK',
  ],
  ['a lead does not approve', 'approve', { state: 'PENDING_APPROVAL' }, 'SUPERVISOR_ONLY'],
  [
    'the supervisor of the office does not approve a restricted case',
    'approve',
    { state: 'PENDING_APPROVAL', sensitivity: 'S4', relations: ['supervisorOfOffice'] },
    'NAMED_SUPERVISOR_ONLY',
  ],
  [
    'the named supervisor approves a restricted case',
    'approve',
    { state: 'PENDING_APPROVAL', sensitivity: 'S4', relations: ['namedSupervisor'] },
    'allowed',
  ],
  [
    'being named counts on restricted cases only',
    'approve',
    { state: 'PENDING_APPROVAL', relations: ['namedSupervisor'] },
    'SUPERVISOR_ONLY',
  ],
  [
    'who approved undoes it',
    'undo',
    { state: 'APPROVED', relations: ['supervisorOfOffice'], approvedByActor: true },
    'allowed',
  ],
  [
    'another supervisor does not undo it',
    'undo',
    { state: 'APPROVED', relations: ['supervisorOfOffice'] },
    'NOT_APPROVER',
  ],
  [
    'nothing is undone after sending',
    'undo',
    { state: 'SENT', relations: ['supervisorOfOffice'], approvedByActor: true },
    'NOT_IN_STATE',
  ],
  [
    'a supervisor takes back an approved one',
    'return',
    { state: 'APPROVED', relations: ['supervisorOfOffice'] },
    'allowed',
  ],
  [
    'the system takes it back when a check fails',
    'return',
    { state: 'APPROVED', relations: ['system'] },
    'allowed',
  ],
  [
    'the system takes back nothing that waits for approval',
    'return',
    { state: 'PENDING_APPROVAL', relations: ['system'] },
    'SUPERVISOR_ONLY',
  ],
  [
    'only the system sends',
    'send',
    { state: 'APPROVED', relations: ['supervisorOfOffice', 'lead'] },
    'SYSTEM_ONLY',
  ],
  ['an emergency leaves without approval', 'send-emergency', { priority: 'EMERGENCY' }, 'allowed'],
  ['an urgent one does not', 'send-emergency', { priority: 'URGENT' }, 'EMERGENCY_ONLY'],
  ['the partner acknowledges', 'acknowledge', { state: 'SENT', relations: ['partner'] }, 'allowed'],
  [
    'the partner accepts out of a question',
    'accept',
    { state: 'INFO_REQUESTED', relations: ['partner'] },
    'allowed',
  ],
  ['the team does not accept for the partner by a click', 'accept', { state: 'SENT' }, 'CHANNEL_MISSING'],
  ['the team writes down an acceptance by phone', 'accept', { state: 'SENT', channel: 'PHONE' }, 'allowed'],
  [
    'a supervisor writes down a refusal on paper',
    'decline',
    { state: 'SENT', relations: ['supervisorOfOffice'], channel: 'PAPER' },
    'allowed',
  ],
  [
    'a partner does not claim a phone call',
    'accept',
    { state: 'SENT', relations: ['partner'], channel: 'PHONE' },
    'PARTNER_ONLY',
  ],
  [
    'nobody approves by phone',
    'approve',
    { state: 'PENDING_APPROVAL', relations: ['supervisorOfOffice'], channel: 'PHONE' },
    'CHANNEL_NOT_OURS',
  ],
  [
    'the partner answers nothing after its access ended',
    'complete',
    { state: 'ACCEPTED', relations: ['partner'], reads: 'STUB' },
    'ACCESS_ENDED',
  ],
  ['the team reports an absence on its own', 'report-not-accessed', { state: 'ACCEPTED' }, 'allowed'],
  [
    'the partner does not verify its own service',
    'verify',
    { state: 'COMPLETED', relations: ['partner'] },
    'TEAM_ONLY',
  ],
  ['the author cancels', 'cancel', { state: 'SENT', relations: ['member', 'author'] }, 'allowed'],
  [
    'another member does not cancel',
    'cancel',
    { state: 'SENT', relations: ['member'] },
    'AUTHOR_OR_SUPERVISOR_ONLY',
  ],
  [
    'an author who left the case cancels nothing',
    'cancel',
    { state: 'SENT', relations: ['author'] },
    'AUTHOR_OR_SUPERVISOR_ONLY',
  ],
  ['nobody cancels what is settled', 'cancel', { state: 'COMPLETED' }, 'NOT_IN_STATE'],
  [
    'any member carries out a withdrawal',
    'withdraw-consent',
    { state: 'IN_PROGRESS', relations: ['member'] },
    'allowed',
  ],
  ['a stranger does nothing', 'edit', { relations: [] }, 'NO_RELATION'],
  [
    'a supervisor reviews an emergency',
    'review',
    { state: 'ACCEPTED', relations: ['supervisorOfOffice'], reviewDue: true },
    'allowed',
  ],
  [
    'nobody reviews their own emergency',
    'review',
    { state: 'SENT', relations: ['supervisorOfOffice', 'author'], reviewDue: true },
    'OWN_WORK',
  ],
  [
    'a review is recorded once',
    'review',
    { state: 'SENT', relations: ['supervisorOfOffice'] },
    'NOT_IN_STATE',
  ],
  [
    'the partner confirms the deletion after a withdrawal',
    'confirm-deleted',
    { state: 'COMPLETED', relations: ['partner'], reads: 'STUB' },
    'allowed',
  ],
  [
    'the partner confirms no deletion while it serves',
    'confirm-deleted',
    { state: 'ACCEPTED', relations: ['partner'] },
    'NOT_IN_STATE',
  ],
]

describe('who may do what to a referral', () => {
  test.each(rows)('%s', (_, verb, change, expected) => {
    expect(answerTo(verb, change)).toBe(expected)
  })

  test('a verb from outside the table is refused', () => {
    expect(mayReferral('delete' as ReferralVerb, situation())).toEqual({
      allowed: false,
      reason: 'NOT_LISTED',
    })
    expect(mayReferral('constructor' as ReferralVerb, situation())).toEqual({
      allowed: false,
      reason: 'NOT_LISTED',
    })
  })

  test('while the partner serves, the team can write down what the partner says', () => {
    expect(recordableVerbs(situation({ state: 'ACCEPTED' }))).toEqual([
      'begin',
      'complete',
      'report-not-accessed',
    ])
    expect(recordableVerbs(situation({ state: 'DRAFT' }))).toEqual([])
  })
})
