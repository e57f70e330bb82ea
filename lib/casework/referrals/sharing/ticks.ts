import { FACT_KEYS, type FactKey, REQUIRED_FACTS } from '@/lib/casework/consents/facts'

/** Facts that say who somebody is: left out by the switch "without the name". */
const NAMING: readonly FactKey[] = ['name', 'mother_name', 'caregiver', 'papers']

export const withoutNames = (ticked: readonly FactKey[]): FactKey[] =>
  ticked.filter((fact) => !NAMING.includes(fact))

/** That papers go along is said by the papers themselves. */
export const withPapers = (ticked: readonly FactKey[], papers: readonly string[]): FactKey[] => [
  ...ticked.filter((fact) => fact !== 'papers'),
  ...(papers.length > 0 ? (['papers'] as const) : []),
]

/** The ticks as they are kept: in catalogue order, with what no referral can do without. */
export const keptTicks = (ticked: readonly FactKey[]): FactKey[] =>
  FACT_KEYS.filter((fact) => ticked.includes(fact) || REQUIRED_FACTS.includes(fact))
