import type { OwnWords } from '@/app/_frame/form-fields'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import type { Answer, Instrument, Question } from '@/lib/casework/assessments/instrument'
import { isApart, partsOf } from '@/lib/casework/assessments/parts'

/** The words of a question, from its instrument. */
export const questionWords = (
  { label: asked, guide, required, options = [] }: Question,
  locale: Locale,
): OwnWords => ({
  label: asked[locale],
  hint: guide[locale],
  optional: !required,
  answers: Object.fromEntries(options.map(({ code, ...words }) => [code, words[locale]])),
})

/** An answer as people read it. */
export function answerSaid(question: Question, answer: Answer | undefined, locale: Locale): string {
  if (answer === undefined) return ''
  const { kind, list, options = [] } = question
  const said = (one: string): string =>
    kind === 'choice'
      ? (options.find(({ code }) => code === one)?.[locale] ?? one)
      : kind === 'day'
        ? day(locale, one)
        : list
          ? label(list, one, locale)
          : one
  return [answer].flat().map(String).map(said).join(', ')
}

/** Who reads which part of an instrument's answers, as lines of a short list. */
export function readersOf(instrument: Instrument, t: Translate): { term: string; value: string }[] {
  const [first, ...rest] = partsOf(instrument)
  return [
    { term: t('assessments.who-reads.results'), value: t('assessments.reader.TEAM') },
    ...(first ? [{ term: t('assessments.who-reads.answers'), value: t(`assessments.reader.${first}`) }] : []),
    ...rest.map((part) => ({
      term: t(isApart(instrument) ? 'assessments.who-reads.words' : 'assessments.who-reads.notes'),
      value: t(`assessments.reader.${part}`),
    })),
    { term: t('assessments.who-reads.partners'), value: t('assessments.who-reads.nothing') },
  ]
}
