import {
  type Cercle,
  drawCercle,
  drawFamily,
  drawGiven,
  drawVillage,
  type Name,
  type Sex,
  type Style,
  styleOf,
} from './names'
import names from './names.json'
import { drawer, type Random } from './random'
import rates from './rates.json'
import { usual } from './spell'

/** A name and how its bearer usually has it written. */
export type Written = { name: Name; text: string }
export type Birth = { year: number; month: number; day: number }
/** What is true of a person, before any registrar writes it down. */
export type Truth = {
  household: number
  sex: Sex
  given: Written[]
  style: Style
  /** Surname, or the father's given name where people are called child of their father. */
  family: Written
  particle: string
  mother: Written | undefined
  village: string
  cercle: string
  birth: Birth
  hasPapers: boolean
  phone: string | undefined
  others: Written[]
}

const year = 2014
const write = (name: Name, random: Random): Written => ({ name, text: usual(name, random) })
const own = rates.household

export function phoneNumber(random: Random): string {
  return `${random.pick(['6', '7', '9'])}${String(random.below(10_000_000)).padStart(7, '0')}`
}

export function givenNames(
  random: Random,
  sex: Sex,
  taken: ReadonlySet<string>,
  style: Style = 'surname',
): Written[] {
  const first = drawGiven(random, sex, style)
  if (taken.has(first.canonical)) return givenNames(random, sex, taken, style)
  const second = random.chance(own.compoundGiven) ? drawGiven(random, sex, style) : first
  return (second.canonical === first.canonical ? [first] : [first, second]).map((name) => write(name, random))
}

export function birthIn(birthYear: number, random: Random): Birth {
  return { year: birthYear, month: 1 + random.below(12), day: 1 + random.below(28) }
}

type Home = { id: number; cercle: Cercle; village: string; style: Style; phone: string | undefined }

function settleHome(id: number, random: Random): Home {
  const cercle = drawCercle(random)
  const village = drawVillage(random, cercle.code)
  const style = styleOf(cercle, village, random)
  const phone = random.chance(own.hasPhone) ? phoneNumber(random) : undefined
  return { id, cercle, village, style, phone }
}

const familyOf = (home: Home, random: Random): Written =>
  write(
    home.style === 'surname' ? drawFamily(random, home.village) : drawGiven(random, 'M', home.style),
    random,
  )

const particleOf = (style: Style, sex: Sex, random: Random) =>
  style === 'surname' ? '' : random.pick(names.patronymics[style][sex])

function member(home: Home, sex: Sex, age: number, random: Random): Truth {
  const grown = age >= 15
  const phone = grown && home.phone && random.chance(own.memberHasOwnPhone) ? phoneNumber(random) : home.phone
  return {
    household: home.id,
    sex,
    given: givenNames(random, sex, new Set(), home.style),
    style: home.style,
    family: familyOf(home, random),
    particle: particleOf(home.style, sex, random),
    mother: random.chance(rates.anyRecord.motherUnknownToPerson)
      ? undefined
      : write(drawGiven(random, 'F', home.style), random),
    village: home.village,
    cercle: home.cercle.code,
    birth: birthIn(year - age, random),
    hasPapers: random.chance(rates.anyRecord.fullBirthDate),
    phone,
    others: [],
  }
}

const drawCount = drawer([...own.children.keys()], (count) => own.children[count] ?? 0)

/** Children of one mother mostly bear different first names; a compound may begin like a brother's, or end in the father's. */
function childNames(
  child: Truth,
  father: Truth,
  siblings: readonly Truth[],
  taken: ReadonlySet<string>,
  random: Random,
): Written[] {
  const namesake = siblings.find(({ sex }) => sex === child.sex)
  if (namesake && random.chance(own.namedLikeSibling)) return namesake.given.slice(0, 1)
  const drawn = givenNames(random, child.sex, taken, child.style)
  const [fathers] = father.given
  if (!fathers || child.sex !== father.sex) return drawn
  if (random.chance(own.namedAfterFather)) return [fathers]
  const brother = namesake?.given[0]
  if (brother && random.chance(own.sharesFirstWithSibling)) return [brother, ...drawn.slice(0, 1)]
  const behind = child.style !== 'surname' && random.chance(own.fatherBehindGiven)
  return behind ? [...drawn.slice(0, 1), fathers] : drawn
}

function childrenOf(home: Home, father: Truth, wives: Truth[], random: Random): Truth[] {
  const count = drawCount(random)
  const taken = new Map(wives.map((wife) => [wife, new Set<string>()]))
  const children: Truth[] = []
  while (children.length < count) {
    const wife = random.pick(wives)
    const oldest = Math.max(1, year - wife.birth.year - 16)
    const child = member(home, random.chance(0.5) ? 'F' : 'M', random.below(oldest), random)
    const named = taken.get(wife) ?? new Set()
    child.given = childNames(child, father, children, named, random)
    for (const { name } of child.given) named.add(name.canonical)
    child.family = home.style === 'surname' ? father.family : (father.given[0] ?? father.family)
    if (child.mother) child.mother = wife.given[0]
    const twin = random.chance(own.naturalTwins) ? children.at(-1) : undefined
    children.push(twin ? { ...child, birth: twin.birth, mother: twin.mother } : child)
  }
  return children
}

/** A household with its members, who name one another and often share a phone. */
export function household(id: number, random: Random): Truth[] {
  const home = settleHome(id, random)
  const father = member(home, 'M', 24 + random.below(48), random)
  const husbandAge = year - father.birth.year
  const wives = Array.from({ length: random.chance(own.secondWife) ? 2 : 1 }, () =>
    member(home, 'F', Math.max(17, husbandAge - 2 - random.below(14)), random),
  )
  const people = [father, ...wives, ...childrenOf(home, father, wives, random)]
  for (const person of people) {
    const away =
      year - person.birth.year > 18 && person !== father && random.chance(own.grownChildLivesElsewhere)
    const others = people.filter((other) => other !== person)
    person.others = away
      ? [write(drawGiven(random, 'M'), random), write(drawGiven(random, 'F'), random)]
      : others.flatMap(({ given }) => given.slice(0, 1))
  }
  return people
}
