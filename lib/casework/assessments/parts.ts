import type { Discipline } from '@/lib/platform/access/roles'
import type { Answers, Instrument, Question, Reader } from './instrument'

/**
 * Answers are sealed apart by who reads them, each part with a key of its own (decision record 114). PURE.
 * `INCIDENT`: of violence based on gender, by its assessor and the lead. `WORDS`: what the survivor said in their own
 * words, by the assessor and the psychologists of the case. Whoever filled an assessment in reads all of it.
 */
export type Part = 'TEAM' | Discipline | 'INCIDENT' | 'WORDS'

/** Kept in a table that names neither case nor person. */
export const APART: readonly Part[] = ['INCIDENT', 'WORDS']
export const isApart = ({ reader }: Instrument): boolean => reader === 'ASSESSOR_AND_LEAD'

function partFor(instrument: Instrument, reader: Reader): Part {
  if (reader === 'ASSESSOR_AND_LEAD') return 'INCIDENT'
  return isApart(instrument) ? 'WORDS' : reader
}

export const partOf = (instrument: Instrument, { reader }: Question): Part =>
  partFor(instrument, reader === 'DEFAULT' ? instrument.reader : reader)

/** The parts an instrument's answers fall into. */
export const partsOf = (instrument: Instrument): Part[] => [
  ...new Set(instrument.questions.map((question) => partOf(instrument, question))),
]

/** Answers by part; a part without answers is there too, so that taking one back leaves nothing behind. */
export function inParts(instrument: Instrument, answers: Answers): Map<Part, Answers> {
  const of = (part: Part): Answers =>
    Object.fromEntries(
      instrument.questions
        .filter((question) => partOf(instrument, question) === part && answers[question.id] !== undefined)
        .map(({ id }) => [id, answers[id] ?? '']),
    )
  return new Map(partsOf(instrument).map((part) => [part, of(part)]))
}

type Standing = { role: string; userId: string; leads: boolean; author: string }

/** Whether somebody who may open the case reads this part, as row security says again. */
export function readsPart(part: Part, { role, userId, leads, author }: Standing): boolean {
  if (userId === author || part === 'TEAM') return true
  if (part === 'INCIDENT') return leads
  return role === (part === 'WORDS' ? 'PSYCHOLOGIST' : part)
}
