import type { Answers } from './instrument'

/**
 * The safety plan as one card for the person: their own words and the next day, nothing that says who they are or who we
 * are. PURE. Nothing where no plan was made.
 */
const LINES = [
  ['signs', 'su_signs'],
  ['calm', 'su_calm'],
  ['person', 'su_person'],
  ['alive', 'su_reasons'],
] as const

export type Card = { lines: { name: (typeof LINES)[number][0]; text: string }[]; next: string }

export function safetyCard(instrument: string, answers: Answers | undefined): Card | undefined {
  if (instrument !== 'PSY_SUICIDE' || !answers) return undefined
  const lines = LINES.flatMap(([name, id]) => {
    const text = answers[id]
    return typeof text === 'string' && text !== '' ? [{ name, text }] : []
  })
  const plan = lines.some(({ name }) => name !== 'alive')
  return plan ? { lines, next: String(answers.su_next ?? '') } : undefined
}

export const hasCard = (instrument: string, answers: Answers | undefined): boolean =>
  safetyCard(instrument, answers) !== undefined
