import { describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import type { Actor } from '@/lib/platform/access/actor'
import type { LineRow } from './line-rows'
import { contactWords, stepWords, turnWords } from './line-words'

const now = new Date('2014-06-30T09:00:00Z')
const actor = { role: 'SOCIAL_WORKER', userId: 'me', offices: ['GAO'], now, locale: 'fr' } as unknown as Actor
const words = { t: translator('fr'), locale: 'fr' as const, actor }
const row = (parts: Partial<LineRow>) =>
  ({
    sensitivity: 'S3',
    state: 'OPEN',
    turn: 'TEAM',
    leadId: 'me',
    subjectType: 'case',
    due: now.getTime() + 3_600_000,
    ...parts,
  }) as LineRow
const referral = (referralState: LineRow['referralState'], parts: Partial<LineRow> = {}) =>
  row({ subjectType: 'referral', referralState, partner: 'ICRC', turn: 'PARTNER', ...parts })

describe('what comes next on a case', () => {
  test('names the partner whose answer is awaited, and asks for a reminder once it is late', () => {
    expect(stepWords(referral('ACKNOWLEDGED'), words)).toBe('Réponse du CICR')
    expect(stepWords(referral('ACKNOWLEDGED', { due: now.getTime() - 1 }), words)).toBe('Relancer le CICR')
    expect(stepWords(referral('INFO_REQUESTED', { due: 0, turn: 'TEAM' }), words)).toBe('Répondre au CICR')
  })

  test('of a restricted case says neither the step nor the partner', () => {
    const sealed = referral('ACKNOWLEDGED', { sensitivity: 'S4' })
    expect(stepWords(sealed, words)).toBe('Échéance')
    expect(turnWords(sealed, words).words).toBe('À un partenaire')
  })

  test('is worded for every state in which a referral waits', () => {
    for (const state of ['DRAFT', 'PENDING_APPROVAL', 'COMPLETED', 'CONTESTED', 'DECLINED'] as const)
      expect(stepWords(referral(state, { turn: 'TEAM' }), words), state).not.toBe('Échéance')
  })
})

test('whose turn it is: the lead’s own, the team’s, the supervisor’s or a partner’s', () => {
  expect(turnWords(row({}), words).words).toBe('À vous')
  expect(turnWords(row({ leadId: 'another' }), words).words).toBe('À nous')
  expect(turnWords(row({ turn: 'SUPERVISOR' }), words).words).toBe('À la supervision')
  expect(turnWords(referral('SENT'), words)).toEqual({ side: 'them', words: 'Au CICR' })
  // Care that a partner has accepted is the team's again once its hour has passed.
  const care = row({ subjectType: 'task', turn: 'PARTNER' })
  expect(turnWords(care, words).side).toBe('them')
  expect(turnWords({ ...care, due: now.getTime() - 1 }, words).words).toBe('À vous')
})

test('the last contact says how long ago, and the day with its year only where that is another', () => {
  const opened = Date.parse('2014-06-27T08:00:00Z')
  expect(contactWords({ lastContactOn: '2014-06-25', opened }, words)).toEqual({
    ago: 'il y a 5 j',
    on: '25 juin',
  })
  expect(contactWords({ lastContactOn: '2013-06-29', opened }, words).on).toBe('29 juin 2013')
  expect(contactWords({ lastContactOn: null, opened }, words)).toEqual({
    ago: 'pas encore',
    on: 'dossier du 27 juin',
  })
})
