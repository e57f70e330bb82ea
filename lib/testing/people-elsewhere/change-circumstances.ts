import type { Person } from '../../engines/matching/person'
import type { Change, Scene } from './change'
import { bare, otherSpelling, slip } from './change-names'
import { somePhone, THIS_YEAR } from './families'
import { PLACES } from './places'

const birthOf =
  (make: (birth: NonNullable<Person['birth']>, scene: Scene) => Person['birth'] | null) => (scene: Scene) => {
    const birth = scene.record.birth && make(scene.record.birth, scene)
    return birth ? { birth } : null
  }

const swapped = birthOf(({ year, month, day }) =>
  month && day && day <= 12 && day !== month ? { year, month: day, day: month } : null,
)
const january = birthOf(({ year, month, day }) =>
  month && (month > 1 || (day ?? 1) > 1) ? { year, month: 1, day: 1 } : null,
)
const ageOnly = birthOf(({ year, month }, { chance }) =>
  month ? { year: year + chance.whole(-1, 1), within: chance.whole(1, 2) } : null,
)
const heaped = birthOf(({ year }) => {
  const year5 = THIS_YEAR - Math.round((THIS_YEAR - year) / 5) * 5
  return year5 !== year ? { year: year5, within: 3 } : null
})
const aYearOff = birthOf((birth, { chance }) => ({ ...birth, year: birth.year + chance.pick([-2, -1, 1]) }))
const wrongDecade = birthOf((birth, { chance }) => ({ ...birth, year: birth.year + chance.pick([-10, 10]) }))
const wrongDay = birthOf(({ year, month, day }, { chance }) =>
  month && day && day > 1 ? { year, month, day: ((day + chance.whole(1, 9)) % 28) + 1 } : null,
)

const villageSpelt = ({ who, record, chance }: Scene) => {
  const others = who.home.written.filter((way) => bare(way) !== bare(record.village ?? ''))
  return record.village && others.length > 0 ? { village: chance.pick(others) } : null
}
const villageSlip = (scene: Scene) => {
  const village = slip(scene, scene.record.village)
  return village ? { village } : null
}
const nextVillage = ({ who, chance, record }: Scene) => {
  const near = PLACES.filter((place) => place.cercle === who.home.cercle && place !== who.home)
  return record.village && near.length > 0 ? { village: chance.pick(near).written[0] } : null
}
/** Where they stay now was written where the form asks where they come from. */
const movedAway = ({ who, chance, record }: Scene) => {
  const place = chance.pick(PLACES.filter(({ cercle }) => cercle !== who.home.cercle))
  return record.cercle ? { village: place.written[0], cercle: place.cercle } : null
}
/** A cercle taken for its neighbour; the village is right. */
const wrongCercle = ({ who, chance, record }: Scene) => {
  const near = PLACES.filter(
    (p) => p.cercle !== who.home.cercle && p.cercle.slice(0, 4) === who.home.cercle.slice(0, 4),
  )
  return record.cercle && near.length > 0 ? { cercle: chance.pick(near).cercle } : null
}

/** Somebody left, somebody was born or joined, since the list was made. */
const otherMembers = ({ who, record, chance }: Scene) => {
  const list = record.household
  if (!list || list.length < 2) return null
  const stayed = list.filter((_, i) => i > 0 && (i === 1 || !chance.odds(0.25)))
  const pool = chance.odds(0.5) ? who.people.men : who.people.women
  const came = chance.odds(0.6) ? [chance.common(pool).fr[0] ?? ''] : []
  return { household: [...stayed, ...came] }
}
const membersSpelt = (scene: Scene) => {
  const household = scene.record.household?.map((name) => slip(scene, name) ?? name)
  return household?.some((name, i) => name !== scene.record.household?.[i]) ? { household } : null
}

const wrongDigit = ({ record, chance }: Scene) => {
  if (!record.phone) return null
  const at = record.phone.length - chance.whole(1, 5)
  const figure = record.phone[at] ?? ' '
  if (!/\d/.test(figure)) return null
  return { phone: record.phone.slice(0, at) + ((Number(figure) + 1) % 10) + record.phone.slice(at + 1) }
}

const motherSpelt = (scene: Scene) => {
  const mother = scene.record.mother && otherSpelling(scene, scene.who.mother, scene.record.mother)
  return mother && { mother }
}
const motherPet = ({ who, record, chance }: Scene) =>
  record.mother && who.mother.pet.length > 0 ? { mother: chance.pick(who.mother.pet) } : null

export const circumstanceChanges: readonly Change[] = [
  { kind: 'MOTHER_SPELT_OTHERWISE', facts: ['mother'], often: 5, make: motherSpelt },
  { kind: 'MOTHER_NICKNAME', facts: ['mother'], often: 1, heavy: true, make: motherPet },
  {
    kind: 'MOTHER_MISSING',
    facts: ['mother'],
    often: 2,
    heavy: true,
    make: ({ record }) => record.mother && { mother: undefined },
  },
  { kind: 'HOUSEHOLD_CHANGED', facts: ['household'], often: 4, make: otherMembers },
  { kind: 'HOUSEHOLD_SPELT_OTHERWISE', facts: ['household'], often: 3, make: membersSpelt },
  {
    kind: 'HOUSEHOLD_MISSING',
    facts: ['household'],
    often: 2,
    heavy: true,
    make: ({ record }) => record.household && { household: undefined },
  },
  { kind: 'VILLAGE_SPELT_OTHERWISE', facts: ['place'], often: 5, make: villageSpelt },
  { kind: 'VILLAGE_SLIP', facts: ['place'], often: 3, make: villageSlip },
  {
    kind: 'VILLAGE_MISSING',
    facts: ['place'],
    often: 1,
    make: ({ record }) => record.village && { village: undefined },
  },
  { kind: 'NEXT_VILLAGE', facts: ['place'], often: 2, heavy: true, make: nextVillage },
  { kind: 'WRONG_CERCLE', facts: ['place'], often: 2, make: wrongCercle },
  { kind: 'MOVED_AWAY', facts: ['place'], often: 2, heavy: true, make: movedAway },
  { kind: 'DAY_MONTH_SWAPPED', facts: ['birth'], often: 3, make: swapped },
  { kind: 'FIRST_OF_JANUARY', facts: ['birth'], often: 4, make: january },
  { kind: 'AGE_ONLY', facts: ['birth'], often: 4, make: ageOnly },
  { kind: 'AGE_HEAPED', facts: ['birth'], often: 4, make: heaped },
  { kind: 'A_YEAR_OFF', facts: ['birth'], often: 4, make: aYearOff },
  { kind: 'DAY_OFF', facts: ['birth'], often: 1, make: wrongDay },
  { kind: 'DECADE_OFF', facts: ['birth'], often: 1, heavy: true, make: wrongDecade },
  {
    kind: 'BIRTH_MISSING',
    facts: ['birth'],
    often: 1,
    heavy: true,
    make: ({ record }) => record.birth && { birth: undefined },
  },
  {
    kind: 'PHONE_CHANGED',
    facts: ['phone'],
    often: 3,
    heavy: true,
    make: ({ record, chance }) => record.phone && { phone: somePhone(chance) },
  },
  {
    kind: 'PHONE_MISSING',
    facts: ['phone'],
    often: 3,
    make: ({ record }) => record.phone && { phone: undefined },
  },
  { kind: 'PHONE_DIGIT', facts: ['phone'], often: 2, make: wrongDigit },
  { kind: 'SEX_UNKNOWN', facts: ['sex'], often: 0.7, make: () => ({ sex: 'U' }) },
  {
    kind: 'SEX_WRONG',
    facts: ['sex'],
    often: 0.7,
    heavy: true,
    make: ({ who }) => ({ sex: who.sex === 'F' ? 'M' : 'F' }),
  },
]
