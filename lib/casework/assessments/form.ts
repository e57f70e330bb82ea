import { z } from 'zod'
import { isCode, offered } from '@/lib/base/codes/codes'
import {
  carried,
  choices,
  codeList,
  day,
  type Field,
  longText,
  optionalNumber,
} from '@/lib/base/forms/fields'
import { type Fields, form, type RawValues } from '@/lib/base/forms/form'
import { maybeUuid } from '@/lib/base/forms/uuid'
import { INSTRUMENTS } from './book'
import type { Answer, Answers, Instrument, Question } from './instrument'

/**
 * One form for all instruments: a field a question, by the question's own name, and none of them demanded: an unfinished
 * assessment is kept as it stands. What a finished one needs is asked of the answers (`answers.ts`). PURE.
 */
/** Longer lists are written into, not shown whole. */
const TYPED = 25
const SHORT = 7

const orNothing = (known: (value: unknown) => boolean) =>
  z.preprocess(
    (value) => (value === undefined ? '' : value),
    z.custom<string>((value) => value === '' || known(value), { error: 'not-a-code' }),
  )

function codeField({ list, multi, among }: Question): Field {
  if (list === undefined) throw new Error('a code without its list')
  if (multi) return codeList(list, among ? { among } : {})
  const size = offered(list).length
  return {
    kind: 'code',
    as: size > TYPED ? 'typed' : size > SHORT ? 'select' : 'radio',
    list,
    optional: true,
    schema: orNothing((value) => isCode(list, value)),
  }
}

function choiceField({ options = [], multi }: Question): Field {
  const values = options.map(({ code }) => code)
  const [first, ...rest] = values
  if (first === undefined) throw new Error('a choice without answers')
  if (multi) return choices([first, ...rest])
  const as = values.length > SHORT ? 'select' : 'radio'
  return { kind: 'choice', as, values, schema: orNothing((value) => values.includes(String(value))) }
}

export function fieldOf(question: Question): Field {
  const { kind, min = 0, max = 0 } = question
  switch (kind) {
    case 'code':
      return codeField(question)
    case 'choice':
      return choiceField(question)
    case 'number':
      return optionalNumber({ min, max, ...(max > 9999 && { width: 12 as const }) })
    case 'day':
      // Said back on no address: what is sealed stands in none.
      return day({ optional: true, quiet: true })
    case 'text':
      return longText({ max: 2000, optional: true, rows: 3 })
  }
}

const questions: Fields = Object.fromEntries(
  INSTRUMENTS.flatMap((one) => one.questions.map((question) => [question.id, fieldOf(question)])),
)

export const assessmentForm = form({
  noun: 'assessments',
  fields: {
    ...questions,
    /** Which button was pressed; without one (the Enter key) what stands there is kept unfinished. */
    step: carried(z.enum(['keep', 'finish']).default('keep')),
    /** Danger flags that the author raises, of those the page showed. */
    danger: codeList('danger_flag'),
    shownFlags: carried(z.string().max(200).default('')),
    /** Of which monitoring visit this is the sheet. */
    visit: carried(maybeUuid()),
  },
})

/** The answers to one instrument among what its form sent. */
export const answersIn = (instrument: Instrument, values: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(
    instrument.questions.flatMap(({ id }) => {
      const value = values[id]
      const empty = value === undefined || value === null || value === ''
      return empty || (Array.isArray(value) && value.length === 0) ? [] : [[id, value as Answer]]
    }),
  )

/** Answers as fields show them: numbers as typed. */
export const asTyped = (answers: Answers): RawValues =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      typeof answer === 'object' ? [...answer] : String(answer),
    ]),
  )
