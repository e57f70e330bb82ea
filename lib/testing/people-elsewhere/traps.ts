import {
  bear,
  childOrigin,
  foundFamily,
  someHome,
  somePeople,
  somePhone,
  THIS_YEAR,
  type World,
} from './families'
import type { Identity } from './identity'
import type { Name } from './names/name'
import { PEOPLES, type People } from './names/peoples'

/** Two different people whom a register makes look alike. */
type Two = readonly [Identity, Identity]
type Trap = (world: World) => Two

const clanPeople = (world: World): People =>
  world.chance.pick(PEOPLES.filter(({ clans }) => clans.length > 0))
const namesFor = (people: People, sex: 'F' | 'M') => (sex === 'M' ? people.men : people.women)
const another = (world: World, list: readonly Name[], not: readonly Name[]) =>
  world.chance.pick(list.filter((name) => !not.some((other) => sound(other, name))))
/** Whether two entries share a writing: then they may be one name in two pools. */
const sound = (a: Name, b: Name) => a.fr.some((way) => b.fr.includes(way))
const mainWife = (wives: readonly Identity[]): Identity => {
  const [wife] = wives
  if (!wife) throw new Error('a family without a mother')
  return wife
}

/** Born together: all is the same but the given name, and that may sound alike. */
const twins: Trap = (world) => {
  const { father, wives } = foundFamily(world, { wives: 1, children: 1, age: world.chance.whole(28, 55) })
  const origin = childOrigin(father, mainWife(wives))
  const sex = world.chance.pick(['F', 'M'] as const)
  const pair = namesFor(father.people, sex).filter(({ fr }) =>
    /^(Alhass|Alass|Lass|Alhous|Fouss|Assana)/.test(fr[0] ?? ''),
  )
  const [first, second] = pair.length > 1 ? pair : [another(world, namesFor(father.people, sex), [])]
  const year = THIS_YEAR - world.chance.whole(1, 25)
  const given = first ?? father.given
  const a = bear(world, { ...origin, sex, year, given })
  const b = bear(world, {
    ...origin,
    sex,
    year,
    given: second ?? another(world, namesFor(father.people, sex), [given]),
  })
  b.born = { ...a.born }
  b.hasPaper = a.hasPaper
  return [a, b]
}

const siblings: Trap = (world) => {
  const { father, wives } = foundFamily(world, { wives: 1, children: 2, age: world.chance.whole(35, 60) })
  const sex = world.chance.pick(['F', 'M'] as const)
  const origin = { ...childOrigin(father, mainWife(wives)), sex }
  const year = THIS_YEAR - world.chance.whole(4, 25)
  const a = bear(world, { ...origin, year })
  return [
    a,
    bear(world, {
      ...origin,
      year: year + world.chance.whole(1, 3),
      given: another(world, namesFor(father.people, sex), [a.given]),
    }),
  ]
}

/** One father, two mothers, nearly one age. */
const halfSiblings: Trap = (world) => {
  const { father, wives } = foundFamily(world, { wives: 2, children: 1, age: world.chance.whole(35, 60) })
  const [one, two] = wives
  if (!one || !two) throw new Error('two wives were wished for')
  const sex = world.chance.pick(['F', 'M'] as const)
  const year = THIS_YEAR - world.chance.whole(3, 25)
  const a = bear(world, { ...childOrigin(father, one), sex, year })
  const given = another(world, namesFor(father.people, sex), [a.given])
  return [a, bear(world, { ...childOrigin(father, two), sex, year: year + world.chance.whole(0, 1), given })]
}

/** Two brothers each name a child after the same grandparent. */
const cousins: Trap = (world) => {
  const people = clanPeople(world)
  const home = someHome(world.chance, people)
  const one = foundFamily(world, { people, home, wives: 1, children: 2, age: world.chance.whole(30, 50) })
  const two = foundFamily(world, { people, home, wives: 1, children: 2, age: world.chance.whole(30, 50) })
  const sex = world.chance.pick(['F', 'M'] as const)
  const year = THIS_YEAR - world.chance.whole(8, 20)
  const [m1, m2] = [mainWife(one.wives), mainWife(two.wives)]
  const a = bear(world, { ...childOrigin(one.father, m1), sex, year })
  const mother = another(world, people.women, [m1.given])
  const father = another(world, people.men, [one.father.given])
  m2.given = mother
  const shared = {
    ...childOrigin(two.father, m2),
    father,
    grandfather: a.grandfather,
    clan: a.clan,
    mother,
    given: a.given,
  }
  two.father.given = father
  return [a, bear(world, { ...shared, sex, year: year + world.chance.whole(3, 7) })]
}

const fatherAndSon: Trap = (world) => {
  const people = clanPeople(world)
  const { father, wives } = foundFamily(world, {
    people,
    wives: 1,
    children: 1,
    age: world.chance.whole(30, 65),
  })
  const origin = childOrigin(father, mainWife(wives))
  const mother = another(world, people.women, [mainWife(wives).given])
  father.mother = mother
  return [
    father,
    bear(world, {
      ...origin,
      sex: 'M',
      year: father.born.year + world.chance.whole(18, 26),
      given: father.given,
    }),
  ]
}

/** A girl named after her father's sister, who lives with them. */
const auntAndNiece: Trap = (world) => {
  const people = clanPeople(world)
  const { father, wives } = foundFamily(world, {
    people,
    wives: 1,
    children: 1,
    age: world.chance.whole(30, 60),
  })
  const wife = mainWife(wives)
  const shared = {
    people,
    clan: father.clan,
    home: father.home,
    phone: father.phone,
    household: father.household,
    sex: 'F' as const,
  }
  const aunt = bear(world, {
    ...shared,
    father: father.father,
    grandfather: father.grandfather,
    mother: another(world, people.women, [wife.given]),
    year: father.born.year + world.chance.whole(-3, 3),
  })
  return [
    aunt,
    bear(world, {
      ...childOrigin(father, wife),
      sex: 'F',
      year: father.born.year + world.chance.whole(17, 30),
      given: aunt.given,
    }),
  ]
}

const coWives: Trap = (world) => {
  const { wives } = foundFamily(world, { wives: 2, children: 2 })
  const [a, b] = wives
  if (!a || !b) throw new Error('two wives were wished for')
  b.given = another(world, a.people.women, [a.given])
  b.mother = another(world, a.people.women, [a.mother])
  b.born = { ...b.born, year: a.born.year + world.chance.whole(0, 2) }
  return [a, b]
}

/** A common name twice in one year of birth, from two ends of the country. */
const namesakes: Trap = (world) => {
  const people = clanPeople(world)
  const one = foundFamily(world, { people })
  const home = someHome(world.chance, people)
  const two = foundFamily(world, {
    people,
    home: home === one.father.home ? someHome(world.chance, somePeople(world.chance)) : home,
  })
  const sex = world.chance.pick(['F', 'M'] as const)
  const [m1, m2] = [mainWife(one.wives), mainWife(two.wives)]
  const a = bear(world, { ...childOrigin(one.father, m1), sex, year: THIS_YEAR - world.chance.whole(18, 40) })
  const mother = another(world, people.women, [m1.given])
  const b = bear(world, {
    ...childOrigin(two.father, m2),
    mother,
    clan: a.clan,
    given: a.given,
    sex,
    year: a.born.year,
  })
  return [a, b]
}

/** Neighbours without a phone of their own give the same man's. */
const lentPhone: Trap = (world) => {
  const one = foundFamily(world, { wives: 1 })
  const { people, home } = one.father
  const two = foundFamily(world, { people, home, wives: 1 })
  const [a, b] = [one.father, two.father]
  const phone = somePhone(world.chance)
  a.phone = phone
  b.phone = phone
  b.given = another(world, people.men, [a.given])
  b.mother = another(world, people.women, [a.mother])
  b.born = { ...b.born, year: a.born.year + world.chance.whole(-1, 1) }
  return [a, b]
}

export const TRAPS = {
  TWINS: twins,
  SIBLINGS: siblings,
  HALF_SIBLINGS: halfSiblings,
  NAMESAKE_COUSINS: cousins,
  FATHER_AND_SON: fatherAndSon,
  AUNT_AND_NIECE: auntAndNiece,
  CO_WIVES: coWives,
  NAMESAKES: namesakes,
  LENT_PHONE: lentPhone,
} as const satisfies Readonly<Record<string, Trap>>

export type TrapKind = keyof typeof TRAPS
export const TRAP_KINDS = Object.keys(TRAPS) as TrapKind[]
