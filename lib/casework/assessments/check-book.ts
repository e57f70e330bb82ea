import { isCode } from '@/lib/base/codes/codes'
import { type ListName, lists } from '@/lib/base/codes/lists'
import { conditionProblems, type FactKind, RuleError } from '@/lib/base/rules/check'
import type { Instrument, Question } from './instrument'

/**
 * Reads the instruments at load and refuses malformed ones with a sentence. PURE.
 *   checkInstruments(instruments, whys)   throws RuleError with every sentence
 */
/** What conditions may ask of the case itself. */
export const CASE_FACTS: Readonly<Record<string, FactKind>> = {
  'case.child': { type: 'bool' },
  'case.sex': { type: 'code', list: 'sex' },
}
export const NO_BOOK = { named: {}, sets: {}, settings: {} }

const own = (id: string) => `options of ${id}`

const factOf = (question: Question): FactKind => {
  const { id, kind, list, multi } = question
  if (kind === 'number') return { type: 'number' }
  if (kind === 'text' || kind === 'day') return { type: 'date' }
  return { type: multi ? 'codes' : 'code', list: kind === 'choice' ? own(id) : list }
}

/** A condition may look at the questions before it alone: what is not asked yet opens nothing. */
function showProblems({ id, questions }: Instrument): string[] {
  const facts: Record<string, FactKind> = { ...CASE_FACTS }
  return questions.flatMap((question) => {
    const problems =
      question.show === undefined
        ? []
        : conditionProblems(question.show, `${id}.${question.id}`, wordsOf(questions, { ...facts }))
    facts[question.id] = factOf(question)
    return problems
  })
}

const wordsOf = (questions: readonly Question[], facts: Readonly<Record<string, FactKind>>) => ({
  facts,
  book: NO_BOOK,
  known: (list: string, code: string): boolean =>
    Object.hasOwn(lists, list)
      ? isCode(list as ListName, code)
      : (questions.find((one) => own(one.id) === list)?.options?.some((option) => option.code === code) ??
        false),
})

function questionProblems(where: string, question: Question, whys: readonly string[]): string[] {
  const { kind, list, among, options, min, max, label, guide, why } = question
  const rules: [boolean, string][] = [
    [kind !== 'code' || (list !== undefined && Object.hasOwn(lists, list)), 'no list of that name'],
    [
      (among ?? []).every((code) => list !== undefined && isCode(list, code)),
      'offers a code its list has not',
    ],
    [kind !== 'choice' || (options?.length ?? 0) > 1, 'a choice needs answers'],
    [kind !== 'number' || (min !== undefined && max !== undefined && min < max), 'a number needs bounds'],
    [[label, guide].every(inThree), 'words are missing in a language'],
    [(options ?? []).every(inThree), 'an answer is missing in a language'],
    [whys.includes(why), `nobody says why: ${why}`],
  ]
  return rules.flatMap(([holds, problem]) => (holds ? [] : [`${where}.${question.id}: ${problem}`]))
}

const inThree = ({ fr, en, ar }: { fr: string; en: string; ar: string }) => Boolean(fr && en && ar)

function resultProblems(instrument: Instrument, ids: readonly string[]): string[] {
  const facts = Object.fromEntries(instrument.questions.map((one) => [one.id, factOf(one)]))
  const words = wordsOf(instrument.questions, { ...CASE_FACTS, ...facts })
  return instrument.results.flatMap(({ id, when, then, say }) => [
    ...conditionProblems(when, `${instrument.id}.${id}`, words),
    ...(inThree(say) ? [] : [`${id}: words are missing in a language`]),
    ...(then.open ?? []).filter((one) => !ids.includes(one)).map((one) => `${id}: no instrument ${one}`),
    ...(then.services ?? [])
      .filter((one) => !isCode('service_type', one))
      .map((one) => `${id}: no service ${one}`),
    ...(then.flag && !isCode('danger_flag', then.flag) ? [`${id}: no danger flag ${then.flag}`] : []),
  ])
}

export function checkInstruments(instruments: readonly Instrument[], whys: readonly string[]): void {
  const ids = instruments.map(({ id }) => id)
  const names = instruments.flatMap(({ questions, results }) =>
    [...questions, ...results].map(({ id }) => id),
  )
  const problems = [
    ...twice([...ids, ...names]).map((id) => `${id}: two have this name`),
    ...instruments.flatMap((one) => [
      ...one.questions.flatMap((question) => questionProblems(one.id, question, whys)),
      ...showProblems(one),
      ...resultProblems(one, ids),
    ]),
  ]
  if (problems.length > 0) throw new RuleError(problems.join('; '))
}

const twice = (all: readonly string[]) => all.filter((one, place) => all.indexOf(one) !== place)
