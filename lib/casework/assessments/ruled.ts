import { type KnownForRisk, proposalFor } from '@/lib/casework/cases/proposal-for'
import { RISK_RULES } from '@/lib/casework/cases/risk-book'
import { birthOf } from '@/lib/casework/people/birth'
import type { PersonView } from '@/lib/casework/people/queries'

type Known = {
  person: PersonView
  situation: KnownForRisk['situation']
  /** Rules that spoke at the last rating: what only that page knew still counts. */
  rules: readonly string[]
  day: string
}

/** Instruments that the table of risk names: for what the codes say now, and for what was said when the risk was rated. PURE. */
export function ruledInstruments({ person, situation, rules, day }: Known): string[] {
  const now = proposalFor({ ...person, birth: birthOf(person), situation, hoursSince: null }, day).instruments
  const then = RISK_RULES.filter(({ id }) => rules.includes(id)).flatMap(
    ({ then: effect }) => effect.instruments ?? [],
  )
  return [...new Set([...now, ...then])]
}
