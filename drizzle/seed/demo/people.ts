import { plusDays } from './moments'
import {
  COMMUNITIES,
  type Community,
  type CommunityName,
  familyName,
  givenName,
  inventName,
  PEOPLE_WEIGHTS,
} from './names'
import { CERCLE_WEIGHTS, ORIGIN_WEIGHTS, VILLAGES } from './places'
import type { Random } from './random'
import type { Day, HouseholdMember, OfficeId, Person, SafeContact } from './records'
import { SITUATIONS, type Situation, type SituationName } from './situations'

const FOREIGN: readonly CommunityName[] = ['guinea', 'ivory_coast', 'senegal', 'burkina', 'niger']
const FOREIGN_WEIGHTS = { guinea: 34, ivory_coast: 24, senegal: 15, burkina: 13, niger: 14 } as const

const AGE_BASIS = { STATED: 48, ESTIMATE: 27, DOC: 19, EVENT: 6 } as const
const DOCUMENTS = { HAS_ID: 46, LOST: 22, NO_BIRTH_REG: 18, DESTROYED: 9, EXPIRED: 5 } as const
const CONTACT = {
  CALL_OK: 50,
  SMS_OK: 12,
  CALL_TIMES: 12,
  VIA_TRUSTED: 13,
  IN_PERSON: 9,
  NONE: 4,
} as const
const SEALED_CONTACT = { VIA_TRUSTED: 40, IN_PERSON: 35, NEVER_HOME: 25 } as const

const CONTACT_DETAIL: Readonly<Record<SafeContact['mode'], readonly string[]>> = {
  CALL_OK: ['Appels possibles en journée', 'Son propre téléphone'],
  SMS_OK: ['Message court, sans nom d’organisation'],
  CALL_TIMES: ['Le matin avant 10 heures', 'Après 18 heures', 'Le vendredi après-midi'],
  VIA_TRUSTED: ['Par sa tante au marché', 'Par la voisine de la concession', 'Par le chef de quartier'],
  IN_PERSON: ['Passe au bureau le mercredi', 'Visite sur le site, le matin'],
  NEVER_HOME: ['Au centre de santé, jour de consultation'],
  NONE: ['Reviendra au bureau'],
}

/** What fixes a person before chance fills in the rest. */
type PersonSpec = { office: OfficeId; situation: SituationName; day: Day; light?: boolean }

function communityFor(random: Random, office: OfficeId, foreign: boolean): Community {
  if (foreign) return COMMUNITIES[random.weighted<CommunityName>(FOREIGN_WEIGHTS)]
  for (;;) {
    const name = random.weighted<CommunityName>(PEOPLE_WEIGHTS[office])
    if (!FOREIGN.includes(name)) return COMMUNITIES[name]
  }
}

function member(random: Random, of: Community, head: { family: string; age: number; year: number }) {
  const sex = random.chance(0.5) ? 'F' : 'M'
  const child = head.age >= 18
  const birthYear = child
    ? Math.max(head.year - head.age + 17, head.year - random.int(0, 17))
    : head.year - random.int(head.age + 18, head.age + 40)
  const shared = child || sex === 'M' || of.patronym !== undefined
  return {
    id: random.id(),
    given: givenName(random, of, sex),
    family: shared && !of.patronym ? head.family : familyName(random, of, sex),
    sex,
    birthYear,
    role: child ? 'CHILD' : 'PARENT',
  } satisfies HouseholdMember
}

function contactFor(random: Random, sealed: boolean): SafeContact {
  const mode = random.weighted<SafeContact['mode']>(sealed ? SEALED_CONTACT : CONTACT)
  return { mode, detail: random.pick(CONTACT_DETAIL[mode]) }
}

/** A birthday on or before the day, for those who know it. */
function birthDate(random: Random, day: Day, age: number): Day {
  const year = Number(day.slice(0, 4)) - age
  return plusDays(
    `${year}${day.slice(4, 10) === '-02-29' ? '-02-28' : day.slice(4, 10)}`,
    -random.int(1, 360),
  )
}

function birth(random: Random, { day }: PersonSpec, age: number) {
  const ageBasis = random.weighted<Person['ageBasis']>(AGE_BASIS)
  if (ageBasis !== 'DOC') return { ageBasis, birthYear: Number(day.slice(0, 4)) - age }
  const date = birthDate(random, day, age)
  return { ageBasis, birthYear: Number(date.slice(0, 4)), birthDate: date }
}

function phoneNumber(random: Random): string {
  const pair = () => String(random.int(0, 99)).padStart(2, '0')
  // No Malian number begins with 00: it can be shown and never called.
  return `+223 00 ${pair()} ${pair()} ${pair()}`
}

/** Years of age, with children and the middle years more frequent than the ends. */
const ageWithin = (random: Random, [min, max]: readonly [number, number]): number =>
  Math.round(min + (max - min) * ((random.next() + random.next()) / 2) ** 1.15)

/** Where the person comes from; somebody displaced does not come from where they are met. */
function originOf(random: Random, office: OfficeId, cercle: string): string {
  for (;;) {
    const origin = random.weighted(ORIGIN_WEIGHTS[office])
    if (origin !== cercle) return origin
  }
}

/** An invented person in a situation, as known on the day of registration. */
export function inventPerson(random: Random, spec: PersonSpec): Person {
  const { office, day } = spec
  const situation: Situation = SITUATIONS[spec.situation]
  const community = communityFor(random, office, situation.foreign === true)
  const sex = random.chance(situation.women) ? 'F' : 'M'
  const age = ageWithin(random, situation.ages)
  const { given, family } = inventName(random, community, sex)
  const householdRole = random.weighted<Person['householdRole']>(situation.role)
  const householdSize = householdRole === 'ALONE' ? 1 : random.int(2, 9)
  const displacementStatus = random.weighted<Person['displacementStatus']>(situation.status)
  const cercle = random.weighted(CERCLE_WEIGHTS[office])
  const head = { family, age, year: Number(day.slice(0, 4)) }
  const listed = spec.light ? Math.min(1, householdSize - 1) : Math.min(random.int(0, 3), householdSize - 1)
  const safeContact = contactFor(random, situation.sealed === true)
  return agreeing({
    id: random.id(),
    given,
    family,
    ...(random.chance(0.08) ? { alias: givenName(random, community, sex) } : {}),
    sex,
    ...birth(random, spec, age),
    nationality: community.nationality,
    displacementStatus,
    originCercle:
      situation.foreign || displacementStatus === 'HOST' ? null : originOf(random, office, cercle),
    cercle,
    village: random.pick(VILLAGES),
    languages: random.chance(0.22)
      ? [...new Set([...community.languages, 'fra'])]
      : [...community.languages.slice(0, 2)],
    documentStatus: situation.foreign
      ? random.pick(['CONFISCATED', 'LOST', 'HAS_ID'] as const)
      : random.weighted<Person['documentStatus']>(DOCUMENTS),
    householdRole,
    householdSize: listed + 1,
    household: Array.from({ length: listed }, () => member(random, community, head)),
    specificNeeds: [...random.pick(situation.needs)],
    concerns: [...random.pick(situation.concerns)],
    safeContact,
    ...(['CALL_OK', 'SMS_OK', 'CALL_TIMES'].includes(safeContact.mode) ? { phone: phoneNumber(random) } : {}),
    ...(random.chance(0.7)
      ? { motherName: `${givenName(random, community, 'F')} ${familyName(random, community, 'F')}` }
      : {}),
    withholds: situation.sealed ? [{ from: 'FAMILY', reason: 'STIGMA' }] : [],
  })
}

/** Whoever is in need of civil documents holds none. */
const agreeing = (person: Person): Person =>
  person.concerns.includes('DOC_CIVIL') && person.documentStatus === 'HAS_ID'
    ? { ...person, documentStatus: 'NO_BIRTH_REG' }
    : person
