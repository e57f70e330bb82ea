import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { codes, label } from '@/lib/base/codes/codes'
import { en } from '@/lib/base/wording/en/referrals'
import { fr as harm } from '@/lib/base/wording/fr/harm'
import { fr } from '@/lib/base/wording/fr/referrals'
import { FACT_KEYS, NEVER_KEYS, NEVER_REASONS } from '@/lib/casework/consents/facts'
import { CARRYING_STATUSES, CONSENT_STATUSES } from '@/lib/casework/consents/states'
import { statesPage, transitionsSql } from '@/scripts/write-states'
import { HARM_ACTIONS, HARM_KINDS } from '../harm/kinds'
import { ACTS } from './acts'
import { eventKey } from './events'
import { NEXT_STEPS } from './next-steps'
import { REFUSALS } from './policy'
import {
  DECLINE_REASONS,
  FOLLOWS,
  NOT_YET_REASONS,
  OUTCOMES,
  REVIEW_VERDICTS,
  reasonFits,
  reasonsFor,
  TOLD_HOW,
  VERIFY_ANSWERS,
  WANTED,
} from './reasons'
import { REFERRAL_STATES, STATES } from './states'
import { MOVES, PARTIES, REFERRAL_VERBS, requirementOf } from './transitions'

const listed = (list: Parameters<typeof codes>[0]): string[] => codes(list).map((entry) => entry.code)
const keysBelow = (prefix: string): string[] =>
  Object.keys(fr)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))

describe('states, code lists, wording and documentation agree', () => {
  test('the states are the codes of the list', () => {
    expect(listed('referral_status')).toEqual(expect.arrayContaining(REFERRAL_STATES))
    expect(listed('referral_status').length).toBe(REFERRAL_STATES.length)
  })

  test('each state is worded as in the code list, in both languages', () => {
    for (const state of REFERRAL_STATES) {
      expect(fr[`state.${state}`]).toBe(label('referral_status', state, 'fr'))
      expect(en[`state.${state}`]).toBe(label('referral_status', state, 'en'))
    }
    expect(keysBelow('state.').sort()).toEqual([...REFERRAL_STATES].sort())
  })

  test('the partner has words of its own for every state it can see', () => {
    const seen = REFERRAL_STATES.filter((state) => STATES[state].partner !== 'NOTHING')
    expect(keysBelow('partnerState.').sort()).toEqual([...seen, 'ENDED'].sort())
  })

  test('reasons for declining and for withholding are the codes of their lists, word for word', () => {
    expect(DECLINE_REASONS).toEqual(listed('referral_decline_reason'))
    for (const reason of DECLINE_REASONS) {
      expect(fr[`reason.decline.${reason}`]).toBe(label('referral_decline_reason', reason, 'fr'))
      expect(en[`reason.decline.${reason}`]).toBe(label('referral_decline_reason', reason, 'en'))
    }
    for (const wish of listed('withhold_reason'))
      expect(keysBelow('reason.withdraw-consent.')).toContain(wish)
  })

  test('consent statuses are the codes of their list', () => {
    expect([...CONSENT_STATUSES].sort()).toEqual([...listed('consent_status')].sort())
    expect(CARRYING_STATUSES).not.toContain('REFUSED')
  })

  test('every verb and act has a button and a sentence for each party that may do it', () => {
    for (const verb of [...REFERRAL_VERBS, ...ACTS]) expect(fr).toHaveProperty([`verb.${verb}`])
    for (const { verb, by } of MOVES) expect(fr).toHaveProperty([eventKey({ verb, by })])
    for (const act of ACTS) expect(fr).toHaveProperty([`event.${act}`])
  })

  test('every reason a party may give has words, and no reason is worded in vain', () => {
    const given = REFERRAL_VERBS.flatMap((verb) =>
      PARTIES.flatMap((party) => reasonsFor(verb, party).map((reason) => `${verb}.${reason}`)),
    )
    expect([...new Set(given)].sort()).toEqual(keysBelow('reason.').sort())
  })

  test('a verb takes reasons exactly when it asks for one', () => {
    for (const verb of REFERRAL_VERBS)
      expect([verb, reasonsFor(verb, 'team').length > 0]).toEqual([verb, requirementOf(verb) === 'reason'])
  })

  test('a reason must fit its verb', () => {
    expect(reasonFits('decline', 'partner', 'NO_CAPACITY')).toBe(true)
    expect(reasonFits('decline', 'partner', null)).toBe(false)
    expect(reasonFits('decline', 'partner', 'TOO_MUCH_SHARED')).toBe(false)
    expect(reasonFits('return', 'supervisor', 'COVER_GONE')).toBe(false)
    expect(reasonFits('return', 'system', 'COVER_GONE')).toBe(true)
    expect(reasonFits('accept', 'partner', 'OTHER')).toBe(false)
    expect(reasonFits('accept', 'partner', null)).toBe(true)
  })

  test('every fact, every reason to keep something and every refusal has words', () => {
    expect(keysBelow('fact.')).toEqual(FACT_KEYS)
    expect(keysBelow('neverItem.')).toEqual(NEVER_KEYS)
    expect(keysBelow('never.').sort()).toEqual([...NEVER_REASONS].sort())
    expect(keysBelow('refusal.').sort()).toEqual([...REFUSALS].sort())
    expect(keysBelow('outcome.')).toEqual(OUTCOMES)
    expect(keysBelow('verdict.')).toEqual(REVIEW_VERDICTS)
    for (const [question, answers] of Object.entries(VERIFY_ANSWERS))
      expect(keysBelow(`check.${question}.`)).toEqual(answers)
  })

  test('every answer, step and harm of the pages has its words', () => {
    const worded = (noun: string, codes: readonly string[]) => {
      for (const code of codes) expect(fr).toHaveProperty([`${noun}.${code}`])
    }
    worded('wanted', WANTED)
    worded('untold', NOT_YET_REASONS)
    worded('follow', FOLLOWS)
    worded('told', TOLD_HOW)
    worded('harm', ['NO', 'NOT_SAID', ...HARM_KINDS])
    for (const [verb, steps] of Object.entries(NEXT_STEPS)) worded(`next-step.${verb}`, Object.keys(steps))
    for (const kind of HARM_KINDS) expect(harm).toHaveProperty([`kind.${kind}`])
    for (const action of HARM_ACTIONS) expect(harm).toHaveProperty([`action.${action}`])
  })

  test('both languages ask for the same values and can be formatted', () => {
    const values = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((m) => m[1]).sort()
    for (const [key, text] of Object.entries(fr)) {
      const other = en[key as keyof typeof fr]
      expect([key, values(other)]).toEqual([key, values(text)])
      for (const [locale, words] of [
        ['fr', text],
        ['en', other],
      ] as const)
        expect(() => new IntlMessageFormat(words, locale)).not.toThrow()
    }
  })

  test('docs/states.md is what the table says now', () => {
    expect(readFileSync('docs/states.md', 'utf8')).toBe(statesPage())
  })

  test('the rows for the database are the moves, one to one', () => {
    const rows = [...transitionsSql().matchAll(/\('([a-z-]+)', '(\w*)', '(\w+)', '(\w+)'\)/g)].map((m) =>
      m.slice(1, 5).join(' '),
    )
    expect(rows).toEqual(MOVES.map((m) => [m.verb, m.from ?? '', m.to, m.by].join(' ')))
  })
})
