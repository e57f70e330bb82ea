import { CONSENT_SETTINGS } from '@/lib/casework/consents/rule-book'
import { householdOf } from '@/lib/casework/people/household'
import type { FactSource } from './fact-values'

/**
 * What a slip says of a household: adults and children once everybody is listed with an age, else only the number that
 * was said; nothing where more are listed than said, or nothing was said. PURE.
 */
export function householdFact(
  stated: number | null,
  ages: readonly (number | null)[],
): FactSource['household'] {
  const household = householdOf(stated, ages.length)
  if (household.kind === 'unasked' || household.kind === 'extra') return undefined
  const known = ages.filter((age) => age !== null)
  if (household.kind === 'missing' || known.length < household.people) return { people: household.people }
  const count = (fits: (age: number) => boolean) => known.filter(fits).length
  return {
    adults: count((age) => age >= CONSENT_SETTINGS.adult_from),
    children: count((age) => age < CONSENT_SETTINGS.adult_from),
    underFive: count((age) => age < 5),
  }
}
