import { type Facts, holds } from '@/lib/base/rules/language'
import { NO_BOOK } from './check-book'
import type { Answer, Answers, Instrument, Question, Result } from './instrument'

/**
 * Which questions are shown, which answers count, what is missing, which results hold. PURE.
 *   shownQuestions(instrument, answers, about) → Question[]   in order; a question may open others
 *   countedAnswers(…) → Answers    answers of questions that are not shown are left out
 *   missingAnswers(…) → ids        required, shown, and nothing said
 *   resultsOf(…) → Result[]        every result whose condition holds
 */
/** `age` in whole years, where one is known for certain. */
export type AboutCase = { child: boolean; sex: string; age?: number }

const factsOf = (answers: Answers, { child, sex }: AboutCase): Facts => ({
  ...answers,
  'case.child': child,
  'case.sex': sex,
})

const isSaid = (answer: Answer | undefined): answer is Answer =>
  answer !== undefined && answer !== '' && !(Array.isArray(answer) && answer.length === 0)

/** Question by question: what is answered behind a closed one opens nothing. */
function walk({ questions }: Instrument, answers: Answers, about: AboutCase) {
  const counted: Record<string, Answer> = {}
  const shown: Question[] = []
  for (const question of questions) {
    if (question.show && !holds(question.show, factsOf(counted, about), NO_BOOK)) continue
    shown.push(question)
    const answer = answers[question.id]
    if (isSaid(answer)) counted[question.id] = answer
  }
  return { shown, counted }
}

export const shownQuestions = (instrument: Instrument, answers: Answers, about: AboutCase): Question[] =>
  walk(instrument, answers, about).shown

export const countedAnswers = (instrument: Instrument, answers: Answers, about: AboutCase): Answers =>
  walk(instrument, answers, about).counted

export function missingAnswers(instrument: Instrument, answers: Answers, about: AboutCase): string[] {
  const { shown, counted } = walk(instrument, answers, about)
  return shown.filter(({ id, required }) => required && counted[id] === undefined).map(({ id }) => id)
}

export function resultsOf(instrument: Instrument, answers: Answers, about: AboutCase): Result[] {
  const facts = factsOf(countedAnswers(instrument, answers, about), about)
  return instrument.results.filter(({ when }) => holds(when, facts, NO_BOOK))
}
