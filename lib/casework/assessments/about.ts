import { childByFacts } from '@/lib/base/rules/child'
import { ageFacts } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { RISK_SETTINGS } from '@/lib/casework/cases/risk-book'
import { birthOf } from '@/lib/casework/people/birth'
import type { PersonView } from '@/lib/casework/people/queries'
import type { AboutCase } from './answers'

/** What questions may ask of the person; doubt about the age is on the child's side. PURE. */
export function aboutPerson(person: PersonView | undefined, now: Date): AboutCase {
  if (!person) return { child: false, sex: 'U' }
  const age = ageFacts(birthOf(person), isoDayOf(now), RISK_SETTINGS.adult_from)
  return {
    child: childByFacts(age, RISK_SETTINGS.adult_from),
    sex: person.sex,
    ...(age.age !== undefined && { age: age.age }),
  }
}
