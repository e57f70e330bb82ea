import { describe, expect, test } from 'vitest'
import { type ConsentFacts, judgeAnswer, offerFor } from './answer'
import examples from './examples/answers.json'
import { type AnswerLine, ASK_WORDS, CONFIRM_WORDS, CONSENT_SETTINGS, RULES } from './rule-book'

type Line = { answer: string; giver: string; basis: string | null; confirm?: string | null }
type Example = {
  id: string
  facts: ConsentFacts
  expect: { rule: string; allow: Line[] }
  never?: Line[]
}
const worked = examples as unknown as Example[]

const lineOf = ({ answer, giver, basis, confirm }: AnswerLine) =>
  [answer, giver, basis, confirm?.by ?? null].join('/')
const wanted = ({ answer, giver, basis, confirm }: Line) => [answer, giver, basis, confirm ?? null].join('/')

test.each(worked.map((one) => [one.id, one] as const))('%s', (_, { facts, expect: want, never }) => {
  const offer = offerFor(facts)
  expect(offer.rule).toBe(want.rule)
  expect(offer.allow.map(lineOf).sort()).toEqual(want.allow.map(wanted).sort())
  for (const { answer, giver, basis } of never ?? [])
    expect(offer.allow.some((a) => a.answer === answer && a.giver === giver && a.basis === basis)).toBe(false)
})

const referral = { purpose: 'REFERRAL' } as const

describe('what every door refuses', () => {
  test.each<[string, ConsentFacts, 'GIVEN' | 'ASSENT', 'SELF' | 'PARENT', string]>([
    [
      'a girl of 10 alone',
      { ...referral, age: 10, caregiver: 'PRESENT_SAFE' },
      'GIVEN',
      'SELF',
      'CHILD_ASSENTS',
    ],
    ['an adult answered by a parent', { ...referral, age: 30 }, 'GIVEN', 'PARENT', 'GIVER_NOT_ALLOWED'],
    ['an adult who assents', { ...referral, age: 30 }, 'ASSENT', 'PARENT', 'ADULT_GIVES'],
    [
      'a girl of 10 assenting alone',
      { ...referral, age: 10, caregiver: 'PRESENT_SAFE' },
      'ASSENT',
      'SELF',
      'GIVER_NOT_ALLOWED',
    ],
    [
      'the parent who harms',
      { ...referral, age: 10, caregiver: 'PERPETRATOR' },
      'ASSENT',
      'PARENT',
      'GIVER_NOT_ALLOWED',
    ],
    [
      'nobody to ask of an adult who cannot decide',
      { ...referral, age: 30, capacity: 'CANNOT' },
      'GIVEN',
      'SELF',
      'NOBODY_CAN_ANSWER',
    ],
  ])('%s', (_, facts, answer, giver, reason) => {
    expect(judgeAnswer({ answer, giver }, facts)).toMatchObject({ ok: false, treatedAs: 'NO', reason })
  })
})

describe('what it accepts', () => {
  test('an adult’s own yes, and their no also in danger of death', () => {
    expect(judgeAnswer({ answer: 'GIVEN', giver: 'SELF' }, { ...referral, age: 30 })).toMatchObject({
      ok: true,
      treatedAs: 'YES',
      basis: 'CONSENT',
      confirm: null,
      expiresDays: 90,
    })
    const danger: ConsentFacts = { ...referral, age: 30, capacity: 'CAN', vital: 'YES' }
    expect(judgeAnswer({ answer: 'REFUSED', giver: 'SELF' }, danger)).toMatchObject({
      ok: true,
      treatedAs: 'NO',
    })
    expect(judgeAnswer({ answer: 'NOT_POSSIBLE', giver: 'NONE' }, danger)).toMatchObject({ ok: false })
  })

  test('an adult with another giver only with a recorded incapacity', () => {
    const facts: ConsentFacts = { ...referral, age: 60, capacity: 'CANNOT', representative: 'YES' }
    const given = { answer: 'GIVEN', giver: 'GUARDIAN' } as const
    expect(judgeAnswer(given, facts)).toMatchObject({ ok: false, reason: 'REASON_MISSING' })
    expect(judgeAnswer({ ...given, reason: 'COGNITIVE' }, facts)).toMatchObject({
      ok: true,
      confirm: { by: 'SUPERVISOR', when: 'BEFORE_ANYTHING_LEAVES' },
    })
  })

  test('best interests with a reason, to be confirmed by a supervisor', () => {
    const facts: ConsentFacts = { ...referral, age: 9, caregiver: 'NONE' }
    const given = { answer: 'ASSENT', giver: 'SELF', basis: 'BEST_INTERESTS' } as const
    expect(judgeAnswer(given, facts)).toMatchObject({ ok: false, reason: 'REASON_MISSING' })
    expect(judgeAnswer({ ...given, reason: 'NOBODY' }, facts)).toMatchObject({
      ok: true,
      basis: 'BEST_INTERESTS',
      confirm: { by: 'SUPERVISOR' },
      expiresDays: 30,
    })
  })

  test('a legal duty whose text is named', () => {
    const facts: ConsentFacts = { ...referral, age: 30, duty: 'COURT_ORDER' }
    expect(judgeAnswer({ answer: 'NOT_POSSIBLE', giver: 'NONE' }, facts)).toMatchObject({
      ok: true,
      basis: 'LEGAL_OBL',
      expiresDays: 1,
    })
  })
})

describe('a setting moved by a year moves the rule', () => {
  test('mature minor from 16: at 15 nobody answers alone', () => {
    const facts: ConsentFacts = {
      ...referral,
      age: 15,
      minor_reason: 'LIVES_ALONE',
      caregiver: 'PRESENT_SAFE',
    }
    const alone = { answer: 'ASSENT', giver: 'SELF' } as const
    expect(judgeAnswer(alone, facts)).toMatchObject({ ok: true, rule: 'ADOLESCENT_ALONE' })
    const later = { ...CONSENT_SETTINGS, mature_minor_from: 16 }
    expect(judgeAnswer(alone, facts, later)).toMatchObject({ ok: false, reason: 'GIVER_NOT_ALLOWED' })
    const rule = offerFor({ ...referral, age: 15, caregiver: 'PRESENT_SAFE' }, later).rule
    expect(rule).toBe('CHILD_12_14')
  })

  test('adult from 19: at 18 a child still assents', () => {
    const facts: ConsentFacts = { ...referral, age: 18 }
    expect(judgeAnswer({ answer: 'GIVEN', giver: 'SELF' }, facts)).toMatchObject({ ok: true })
    const later = { ...CONSENT_SETTINGS, adult_from: 19 }
    expect(judgeAnswer({ answer: 'GIVEN', giver: 'SELF' }, facts, later)).toMatchObject({
      ok: false,
      reason: 'CHILD_ASSENTS',
    })
  })
})

test('whom to ask and who confirms is said in words for every rule', () => {
  for (const { id, ask, allow } of RULES) {
    for (const key of ask) expect(ASK_WORDS.get(key)?.fr, `${id} ${key}`).toBeTruthy()
    for (const { confirm } of allow) if (confirm) expect(CONFIRM_WORDS.get(confirm.by)?.en, id).toBeTruthy()
  }
})
