import { getTableColumns } from 'drizzle-orm'
import { KEPT } from '@/lib/casework/people/kept'
import { people } from '@/lib/platform/db/schema'
import { CASE_FACTS, isCaseFact, isOfTheRating } from './case-facts'
import type { FieldChange } from './fields-changed'
import { RETURN_FACTS } from './return-facts'

/** The parts of a file whose past is read on its own, each with the pages it holds. PURE. */
const PAGES_OF = {
  identity: ['identity'],
  household: ['household', 'member'],
  situation: ['situation', 'functioning'],
  safety: ['safety'],
  return: ['return'],
  case: ['case'],
} as const satisfies Record<string, readonly FieldChange['page'][]>
export type Part = keyof typeof PAGES_OF
export const PARTS = Object.keys(PAGES_OF) as Part[]
export const partIn = (text: string | undefined): Part | undefined => PARTS.find((part) => part === text)

export const isOf = (part: Part, { page }: FieldChange): boolean => PAGES_OF[part].some((one) => one === page)

/** By which plain columns a save may be of this part, and whether by the sealed one. */
export function placesOf(part: Part): { columns: string[]; sealed: boolean } {
  const facts = Object.keys(CASE_FACTS).filter(isCaseFact)
  if (part === 'case') return { columns: facts.filter((fact) => !isOfTheRating(fact)), sealed: false }
  if (part === 'return') return { columns: [...RETURN_FACTS], sealed: false }
  const places = PAGES_OF[part].flatMap((page) => Object.values(KEPT[page].fields))
  const named = getTableColumns(people)
  const columns = places.flatMap((place) => (place.in === 'column' ? [named[place.column].name] : []))
  const rated = part === 'safety' ? ['risk', ...facts.filter(isOfTheRating)] : []
  return {
    columns: [...new Set([...columns, ...rated])],
    sealed: places.some((place) => place.in === 'sealed'),
  }
}
