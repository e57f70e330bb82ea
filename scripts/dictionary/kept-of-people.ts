import { getTableColumns } from 'drizzle-orm'
import { KEPT, type Kept, type KeptPage } from '../../lib/casework/people/kept'
import { people } from '../../lib/platform/db/schema'
import type { Places } from './places'

/** Where the answers about a person are kept, as the program itself says it (`lib/casework/people/kept.ts`). PURE. */
const RATED = {
  rules: ['judged'],
  happenedAt: ['app.case_proposals.happened_at'],
  lowerReason: ['app.case_proposals.lower_reason'],
  openReason: ['app.case_proposals.open_reason'],
}
const named = getTableColumns(people)

function placesOf(field: string, kept: Kept): readonly string[] {
  switch (kept.in) {
    case 'column':
      return [`app.people.${named[kept.column].name}`]
    case 'sealed':
      // A date also decides the year.
      return ['app.people.identity', ...(field === 'birthDate' ? ['app.people.birth_year'] : [])]
    case 'case':
      return [`app.cases.${kept.column}`, 'app.case_proposals.chosen_risk']
    case 'rating':
      return RATED[kept.column]
    case 'field':
      return [kept.as]
  }
}

const of = (page: KeptPage): Places =>
  Object.fromEntries(Object.entries(KEPT[page].fields).map(([field, kept]) => [field, placesOf(field, kept)]))

export const keptOfPeople: Readonly<Record<string, Places>> = {
  'case.write-identity': of('identity'),
  'case.write-household': of('household'),
  'case.add-household-member': of('member'),
  'case.write-functioning': of('functioning'),
  'case.write-situation': of('situation'),
  'case.write-safety': of('safety'),
  'case.rate-and-open': of('safety'),
}
