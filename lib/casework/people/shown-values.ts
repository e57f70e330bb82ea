import { dayText } from '@/lib/base/time/days'
import type { PersonView } from './queries'

/**
 * What each page of a person's file shows in its fields: the page fills its form with it, and a conflict compares with
 * it. One place, so that the two can never differ. PURE.
 */
type Person = Omit<PersonView, 'id' | 'caseId' | 'officeId' | 'sensitivity' | 'standing' | 'version'>
export type Shown = Record<string, string | readonly string[] | undefined>

export const identityShown = ({ identity, ...person }: Person, now: Date): Shown => ({
  given: identity.given,
  family: identity.family,
  alias: identity.alias,
  motherName: identity.motherName,
  // Said on this page and nowhere before it: an unanswered page has nothing ticked.
  nameUnknown:
    identity.given === '' && identity.family === '' && person.languages.length > 0 ? 'on' : undefined,
  sex: person.sex,
  birthDate: identity.birthDate ? dayText(identity.birthDate) : '',
  // The age that gives the stored year again; where a date is known it says the age.
  age: person.birthYear === null || identity.birthDate ? '' : String(now.getUTCFullYear() - person.birthYear),
  ageUnsaid: identity.ageUnsaid,
  ageBasis: person.ageBasis ?? '',
  nationalities: person.nationalities,
  moreNationality: '',
  languages: person.languages,
  moreLanguage: '',
  documentStatus: person.documentStatus ?? undefined,
})

export const householdShown = (person: Person): Shown => ({
  householdRole: person.householdRole ?? undefined,
  householdSize: person.householdSize === null ? '' : String(person.householdSize),
  sizeUnsaid: person.identity.sizeUnsaid,
  caregiver: person.identity.caregiver,
  careArrangement: person.careArrangement ?? '',
  separationCause: person.separationCause ?? '',
  tracingStatus: person.tracingStatus ?? '',
  siblings: person.identity.siblings,
})

export const situationShown = (person: Person): Shown => ({
  displacementStatus: person.displacementStatus ?? undefined,
  originCercle: person.originCercle ?? undefined,
  village: person.identity.village,
  concerns: person.concerns,
  moreConcern: '',
  concernsUnsaid: person.identity.concernsUnsaid,
  specificNeeds: person.specificNeeds,
  moreNeed: '',
})

export const safetyShown = ({ identity, safeContact }: Person, risk: string | null): Shown => ({
  risk: risk ?? undefined,
  safeContact: safeContact ?? undefined,
  contactDetail: identity.contactDetail,
  phone: identity.phone,
  meetingPlace: identity.meetingPlace,
  withholdFrom: identity.withholds.map(({ from }) => from),
  withholdReason: identity.withholds[0]?.reason,
  warning: identity.warning,
})

export const memberShown = ({ identity, ...person }: Person, now: Date): Shown => ({
  memberGiven: identity.given,
  memberSex: person.sex,
  memberAge: person.birthYear === null ? '' : String(now.getUTCFullYear() - person.birthYear),
  ageUnsaid: identity.ageUnsaid,
  memberRole: person.householdRole ?? undefined,
})
