import { type Birth, isChildOn, isChildSafely, youngestOn } from '@/lib/base/time/age-on'
import { judge } from '@/lib/casework/consents/asked'
import { CONSENT_SETTINGS, type Giver } from '@/lib/casework/consents/rule-book'
import { tooYoung } from '@/lib/casework/consents/who-answered'
import type { Consent, Day, Id, Moment, Person } from './records'
import type { SituationName } from './situations'

export type Said = Pick<Consent, 'status' | 'giver' | 'legalBasis' | 'reason' | 'situation'>
/** How somebody in this situation answers, on a day. */
export type Answering = { person: Person; situation: SituationName; day: Day }

const { adult_from, mature_minor_from } = CONSENT_SETTINGS
const birthOf = ({ birthDate, birthYear, ageBasis }: Person): Birth => ({
  date: birthDate,
  year: birthYear,
  basis: ageBasis,
})

export const isMinor = (person: Person, day: Day): boolean => isChildSafely(birthOf(person), day, adult_from)

/** Old enough to answer alone, and surely still a child. */
function isAdolescent(person: Person, day: Day): boolean {
  const birth = birthOf(person)
  return isChildOn(birth, day, adult_from) === 'YES' && (youngestOn(birth, day) ?? 0) >= mature_minor_from
}

/**
 * Who answers for an invented person: an adult for themselves; a child with the parent or guardian they live with; an
 * adolescent who is on their own, themselves, with the reason. No guardian is invented for a child without one: their
 * best interests decide, and nobody counts them.
 */
export function answerOf({ person, situation, day }: Answering, counted: boolean): Said {
  if (!isMinor(person, day))
    return {
      status: 'GIVEN',
      giver: 'SELF',
      legalBasis: 'CONSENT',
      reason: null,
      situation: { capacity: 'CAN' },
    }
  const own = isAdolescent(person, day)
  const alone = situation === 'separated_child'
  if (own && ['HOH', 'SPOUSE'].includes(person.householdRole)) return child('SELF', 'MARRIED_PARENT', 'NONE')
  if (own && person.householdRole === 'ALONE') return child('SELF', 'LIVES_ALONE', 'NONE')
  if (own && alone) return child('SELF', 'CAREGIVER_FAR', 'UNREACHABLE')
  if (alone && !counted && tooYoung(birthOf(person), day))
    return { ...UNASKED, reason: 'UNREACHABLE', situation: { caregiver: 'UNREACHABLE' } }
  if (alone && !counted)
    return { ...child('SELF', 'UNREACHABLE', 'UNREACHABLE'), legalBasis: 'BEST_INTERESTS' }
  // A relative who took the child in, as custom has it.
  return child(alone || TAKEN_IN.includes(person.householdRole) ? 'GUARDIAN' : 'PARENT', null, 'PRESENT_SAFE')
}

/** A child who is too young to answer, and nobody to ask. */
const UNASKED = { status: 'NOT_POSSIBLE', giver: 'NONE', legalBasis: 'BEST_INTERESTS' } as const

const TAKEN_IN: readonly string[] = ['FOSTERED', 'OTHER_REL', 'UNRELATED', 'ALONE']

const child = (giver: Giver, reason: string | null, caregiver: string): Said => ({
  status: 'ASSENT',
  giver,
  legalBasis: 'CONSENT',
  reason,
  situation: { caregiver },
})

type Judging = {
  person: Person
  purpose: Consent['purpose']
  service: string | null
  at: Moment
  restricted: boolean
  confirmedBy: Id
}

/** The rule that allows what the demonstration says, and who confirmed it; an answer no rule allows stops the seed. */
export function judged(
  said: Said,
  { person, purpose, service, at, restricted, confirmedBy }: Judging,
): Pick<Consent, 'rule' | 'confirmBy' | 'confirmed'> {
  const day = at.slice(0, 10)
  const yes = isMinor(person, day) ? 'ASSENT' : 'GIVEN'
  const answer = said.status === 'WITHDRAWN' || said.status === 'EXPIRED' ? yes : said.status
  const { giver, reason, situation } = said
  const about = { purpose, service, birth: birthOf(person), day, restricted }
  const verdict = judge({ answer, giver: giver as Giver, reason, situation }, about)
  if (!verdict.ok)
    throw new Error(`no rule allows ${answer} of ${giver} for ${purpose} on ${day}: ${verdict.rule}`)
  const confirmBy = verdict.confirm?.by ?? null
  return { rule: verdict.rule, confirmBy, confirmed: confirmBy && { byId: confirmedBy, at } }
}
