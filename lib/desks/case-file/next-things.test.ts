import { describe, expect, test } from 'vitest'
import type { FileReferral } from './case-file'
import { nextThings, taskPlace } from './next-things'

const now = new Date('2014-06-30T09:00:00Z')
const referral = (state: FileReferral['state'], more: Partial<FileReferral> = {}): FileReferral => ({
  id: 'r1',
  partner: 'NRC',
  service: 'LEGAL_DOC',
  state,
  reason: null,
  dueAt: null,
  dueKind: null,
  replaced: false,
  priority: 'NORMAL',
  moments: [],
  ...more,
})
const file = (referrals: FileReferral[], more = {}) => ({
  code: 'MLP-0000-0000',
  state: 'OPEN',
  closureReason: null,
  due: { kind: 'follow-up', at: new Date('2014-07-02T00:00:00Z') },
  referrals,
  tasks: [],
  unfinished: 0,
  ...more,
})
const keys = (things: { key: string }[]) => things.map(({ key }) => key.replace('cases.next.', ''))

describe('the next things of a case', () => {
  test('a draft asks for its registration and for nothing else', () => {
    const things = nextThings(file([], { state: 'DRAFT', unfinished: 3 }), now)
    expect(keys(things)).toEqual(['register'])
    expect(things[0]?.href).toBe('/cases/MLP-0000-0000/register')
  })

  test('what is late comes before what is due later', () => {
    const late = referral('COMPLETED', { dueAt: '2014-06-03T00:00:00Z', dueKind: 'verify' })
    expect(keys(nextThings(file([late]), now))).toEqual(['verify', 'contact'])
  })

  test('a partner that still has time is left in peace, one that has not is reminded', () => {
    const inTime = referral('SENT', { dueAt: '2014-07-01T00:00:00Z', dueKind: 'acknowledge' })
    const late = referral('SENT', { dueAt: '2014-06-29T00:00:00Z', dueKind: 'acknowledge' })
    expect(keys(nextThings(file([inTime]), now))).toEqual(['contact'])
    expect(keys(nextThings(file([late]), now))).toEqual(['remind', 'contact'])
  })

  test('a refusal asks for another service until one follows', () => {
    expect(keys(nextThings(file([referral('DECLINED')]), now))).toContain('declined')
    expect(keys(nextThings(file([referral('DECLINED', { replaced: true })]), now))).not.toContain('declined')
  })

  test('what was contested or not obtained is late like anything else, and says what to do', () => {
    const contested = referral('CONTESTED', { dueAt: '2014-06-29T00:00:00Z', dueKind: 'follow-on' })
    const missed = referral('NOT_ACCESSED', { dueAt: '2014-07-01T00:00:00Z', dueKind: 'follow-on' })
    expect(keys(nextThings(file([missed, contested]), now))).toEqual(['contested', 'not-accessed', 'contact'])
  })

  test('a begun referral goes on in the wizard', () => {
    const begun = nextThings(file([referral('DRAFT')]), now).find(({ key }) => key === 'cases.next.draft')
    expect(begun?.href).toBe('/cases/MLP-0000-0000/refer/r1/check')
  })

  test('what has no due date is never late, as in the list and on the day’s page', () => {
    for (const state of ['DRAFT', 'RETURNED', 'INFO_REQUESTED', 'CONTESTED', 'DECLINED'] as const) {
      const [asked] = nextThings(file([referral(state)], { due: null }), now)
      expect([state, asked?.at]).toEqual([state, null])
    }
  })

  test('a closed case asks for nothing', () => {
    expect(nextThings(file([], { state: 'CLOSED', due: null }), now)).toEqual([])
  })

  test('care that is asked for already leads to that referral instead of asking again', () => {
    const care = {
      id: 't1',
      kind: 'CARE_PEP',
      reason: null,
      dueAt: '2014-07-01T09:00:00Z',
      subjectType: 'case',
      subjectId: 'c1',
    }
    const [fresh, asked] = [null, 'r9'].map(
      (by) => nextThings(file([], { tasks: [{ ...care, asked: by }] }), now)[0],
    )
    expect(fresh).toMatchObject({ key: 'cases.next.task-CARE_PEP', href: '/cases/MLP-0000-0000/refer' })
    expect(asked).toMatchObject({ key: 'cases.next.task-CARE_PEP-ASKED', href: '/referrals/r9' })
  })
})

test('a task of a case is led to where it is done, and one that another line asks to no place of its own', () => {
  expect(taskPlace('RENEW_CONSENT', 'C', 'n1')).toBe('/cases/C/consents/new?renew=n1')
  expect(taskPlace('SEE_PERSON', 'C', 'c1')).toBe('/cases/C/notes/new')
  expect(taskPlace('NEXT_STEP', 'C', 'r1')).toBeUndefined()
})
