import { describe, expect, test } from 'vitest'
import { RuleError } from '@/lib/base/rules/check'
import { missingAnswers, resultsOf, shownQuestions } from './answers'
import { INSTRUMENTS, instrumentOf, WHYS } from './book'
import { checkInstruments } from './check-book'
import type { Instrument } from './instrument'
import { inParts, partOf, partsOf } from './parts'

const CHILD = { child: true, sex: 'F' }
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id)
const named = (id: string): Instrument => {
  const found = instrumentOf(id)
  if (!found) throw new Error(`no instrument ${id}`)
  return found
}

describe.each(INSTRUMENTS.filter(({ examples }) => examples.length > 0))('$id', (instrument) => {
  test.each(instrument.examples)('as worked out: $id', ({ answers, expect: expected }) => {
    expect(ids(resultsOf(instrument, answers, CHILD))).toEqual(expected)
  })
})

test('sixteen instruments, and each discipline has some of its own', () => {
  expect(INSTRUMENTS).toHaveLength(16)
  for (const discipline of ['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'] as const)
    expect(INSTRUMENTS.filter((one) => one.discipline.includes(discipline)).length).toBeGreaterThan(3)
})

describe('a malformed instrument is refused at load, with a sentence', () => {
  const [first] = INSTRUMENTS
  const broken = (change: Partial<Instrument>) => () =>
    checkInstruments(first ? [{ ...first, ...change }] : [], Object.keys(WHYS))
  const question = { ...named('SW_GENERAL').questions[0] } as Instrument['questions'][number]

  test.each<[string, Partial<Instrument>, string]>([
    [
      'a list that does not exist',
      { questions: [{ ...question, list: 'nothing' as never }], results: [] },
      'no list of that name',
    ],
    [
      'a question behind a later one',
      { questions: [{ ...question, show: { fact: 'later', is: 'YES' } }], results: [] },
      'no fact is called later',
    ],
    [
      'a language left out',
      { questions: [{ ...question, label: { ...question.label, ar: '' } }], results: [] },
      'words are missing in a language',
    ],
    // Alone in its book, the screening that its results open is missing.
    ['a result that opens nothing known', {}, 'no instrument TIP_SCREENING'],
    ['two questions of one name', { questions: [question, question], results: [] }, 'two have this name'],
  ])('%s', (_, change, sentence) => {
    expect(broken(change)).toThrow(RuleError)
    expect(broken(change)).toThrow(sentence)
  })
})

describe('questions', () => {
  const suicide = named('PSY_SUICIDE')
  const shown = (answers: Record<string, string>) => ids(shownQuestions(suicide, answers, CHILD))

  test('that depend on an answer open with it', () => {
    expect(shown({})).not.toContain('su_how')
    expect(shown({ su_think: 'YES' })).toContain('su_how')
    expect(shown({ su_think: 'YES', su_means: 'YES' })).toContain('su_away')
  })

  test('behind one that closed again are closed too, and what was answered there counts no more', () => {
    const answers = {
      su_wish: 'YES',
      su_think: 'NO',
      su_how: 'YES',
      su_means: 'YES',
      su_when: 'YES',
      su_tried: 'NO',
    }
    expect(shown(answers)).not.toContain('su_away')
    expect(ids(resultsOf(suicide, answers, CHILD))).toEqual(['SU_PASSIVE'])
  })

  test('that are required and shown hold a finished assessment up; “declined” is an answer', () => {
    const missing = missingAnswers(
      suicide,
      { su_wish: 'DECLINED', su_think: 'DECLINED', su_tried: 'YES' },
      CHILD,
    )
    expect(missing).toEqual(['su_alone', 'su_person', 'su_level', 'su_next'])
  })

  test('of the case itself: a child kept among adults is asked about children alone', () => {
    const detention = named('LAW_DETENTION')
    expect(ids(shownQuestions(detention, { ld_now: 'YES' }, CHILD))).toContain('ld_child_apart')
    expect(ids(shownQuestions(detention, { ld_now: 'YES' }, { child: false, sex: 'M' }))).not.toContain(
      'ld_child_apart',
    )
  })
})

describe('answers are sealed by who reads them', () => {
  test.each([
    ['SW_GENERAL', ['TEAM']],
    ['PSY_DISTRESS', ['PSYCHOLOGIST']],
    ['PSY_SUICIDE', ['PSYCHOLOGIST']],
    ['LAW_DETENTION', ['LAWYER']],
    ['LAW_PROCEDURE', ['LAWYER']],
    ['LAW_CIVIL', ['TEAM', 'LAWYER']],
    ['TIP_SCREENING', ['TEAM', 'LAWYER']],
    ['GBV_INCIDENT', ['INCIDENT', 'WORDS']],
  ])('%s falls into %j', (id, parts) => {
    expect(partsOf(named(id))).toEqual(parts)
  })

  test('no question of PSY_*, of detention, procedures or an incident is read by the whole team', () => {
    for (const one of INSTRUMENTS.filter(({ id }) => /^PSY_|^LAW_DETENTION|^LAW_PROCEDURE|^GBV_/.test(id)))
      for (const question of one.questions) expect(partOf(one, question), question.id).not.toBe('TEAM')
  })

  test('each answer lies in exactly one part', () => {
    const one = named('LAW_CIVIL')
    const parts = inParts(one, { lc_status: 'LOST', lc_note: 'x' })
    expect(Object.fromEntries(parts)).toEqual({ TEAM: { lc_status: 'LOST' }, LAWYER: { lc_note: 'x' } })
  })
})
