import type { Household, Identity } from './identity'
import type { Name } from './names/name'
import { PEOPLES, type People } from './names/peoples'
import { PLACES, type Place, placesOf } from './places'
import type { Chance } from './random'

/** The year of the registers. */
export const THIS_YEAR = 2013

/** Makes up people; numbers of people and households run on. */
export type World = { chance: Chance; people: number; households: number; registrations: number }

export const newWorld = (chance: Chance): World => ({ chance, people: 0, households: 0, registrations: 0 })

export function somePeople({ next }: Chance): People {
  let left = next() * PEOPLES.reduce((sum, { share }) => sum + share, 0)
  for (const people of PEOPLES) {
    left -= people.share
    if (left < 0) return people
  }
  throw new Error('no people at all')
}

export function someHome({ odds, pick }: Chance, people: People): Place {
  return pick(odds(0.9) ? placesOf(people.regions) : PLACES)
}

export function somePhone({ whole, pick }: Chance): string {
  const start = pick(['66', '76', '75', '79', '65', '78', '90', '73', '69'])
  return `${start}${String(whole(0, 999999)).padStart(6, '0')}`
}

export type Origin = {
  people: People
  sex: 'F' | 'M'
  year: number
  father?: Name
  grandfather?: Name
  clan?: Name | null
  mother?: Name
  given?: Name
  home: Place
  phone: string | null
  household: Household
}

/** A new person, who joins the household. What the origin leaves open is chosen as the people does. */
export function bear(world: World, origin: Origin): Identity {
  const { chance } = world
  const { people, sex } = origin
  const own = sex === 'M' ? people.men : people.women
  const person: Identity = {
    id: world.people++,
    people,
    sex,
    given: origin.given ?? chance.common(own),
    second: chance.odds(0.1) ? chance.common(own) : null,
    father: origin.father ?? chance.common(people.men),
    grandfather: origin.grandfather ?? chance.common(people.men),
    clan:
      origin.clan !== undefined ? origin.clan : people.clans.length > 0 ? chance.common(people.clans) : null,
    mother: origin.mother ?? chance.common(people.women),
    born: { year: origin.year, month: chance.whole(1, 12), day: chance.whole(1, 28) },
    hasPaper: chance.odds(0.3),
    home: origin.home,
    phone: origin.phone,
    household: origin.household,
  }
  origin.household.members.push(person)
  return person
}

/** A father with his wives and each wife's children. */
export type Family = { father: Identity; wives: Identity[]; children: Identity[][] }

/** How many wives and children of each, the father's age, and where; what is left out is chosen. */
export type Wish = { wives?: number; children?: number; age?: number; people?: People; home?: Place }

export function foundFamily(world: World, wish: Wish = {}): Family {
  const { chance } = world
  const people = wish.people ?? somePeople(chance)
  const home = wish.home ?? someHome(chance, people)
  const phone = chance.odds(0.7) ? somePhone(chance) : null
  const household = { id: world.households++, members: [] }
  const year = THIS_YEAR - (wish.age ?? chance.whole(24, 68))
  const shared = { people, home, phone, household }
  const father = bear(world, { ...shared, sex: 'M', year })
  const count = wish.wives ?? chance.pick([1, 1, 1, 1, 2, 2, 3])
  const wives = Array.from({ length: count }, () =>
    bear(world, { ...shared, sex: 'F', year: Math.min(year + chance.whole(2, 14), THIS_YEAR - 17) }),
  )
  const children = wives.map((wife) => childrenOf(world, father, wife, wish.children))
  return { father, wives, children }
}

/** Children of one mother, two years or more apart, each with a name of its own. */
function childrenOf(world: World, father: Identity, wife: Identity, wanted: number | undefined): Identity[] {
  const { chance } = world
  const children: Identity[] = []
  const count = wanted ?? chance.whole(0, 5)
  let year = wife.born.year + chance.whole(16, 20)
  while (children.length < count && year < THIS_YEAR) {
    const sex = chance.pick(['F', 'M'] as const)
    const pool = sex === 'M' ? father.people.men : father.people.women
    const given = chance.common(pool.filter((name) => !children.some((child) => child.given === name)))
    children.push(bear(world, { ...childOrigin(father, wife), sex, year, given }))
    year += chance.whole(2, 4)
  }
  return children
}

/** What every child of two people has from them. */
export const childOrigin = (father: Identity, mother: Identity) => ({
  people: father.people,
  father: father.given,
  grandfather: father.father,
  clan: father.clan,
  mother: mother.given,
  home: father.home,
  phone: father.phone,
  household: father.household,
})
