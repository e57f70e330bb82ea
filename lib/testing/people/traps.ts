import { birthIn, givenNames, phoneNumber, type Truth, type Written } from './household'
import { drawGiven, nameOf, sexOf } from './names'
import names from './names.json'
import type { Random } from './random'
import { usual } from './spell'

/** Ways in which two people look alike on paper and are not the same. */
export type TrapKind =
  | 'twins'
  | 'brothers'
  | 'namesakes'
  | 'barredNames'
  | 'halfBrothers'
  | 'compoundBrothers'
  | 'fatherAndSon'
  | 'patronyms'

const written = (canonical: string, random: Random): Written => {
  const name = nameOf(canonical)
  return { name, text: usual(name, random) }
}

type Pair = readonly [Truth, Truth]
/** Makes a trap from a person. Undefined where a relative already bears the name: families do not repeat names. */
type Setter = (model: Truth, random: Random, index: number) => Pair | undefined

const borneAtHome = ({ others }: Truth, canonical: string) =>
  others.some(({ name }) => name.canonical === canonical)

const twins: Setter = (model, random) => {
  const [first = '', second = '', firstSex, secondSex] = random.pick(names.twins)
  if (borneAtHome(model, first) || borneAtHome(model, second)) return undefined
  const one: Truth = { ...model, given: [written(first, random)], sex: firstSex === 'F' ? 'F' : 'M' }
  return [one, { ...one, given: [written(second, random)], sex: secondSex === 'F' ? 'F' : 'M' }]
}

const brothers: Setter = (model, random) => {
  const taken = new Set([...model.given, ...model.others].map(({ name }) => name.canonical))
  const year = model.birth.year + 1 + random.below(3)
  return [
    model,
    { ...model, given: givenNames(random, model.sex, taken, model.style), birth: birthIn(year, random) },
  ]
}

const namesakes: Setter = (model, random) => {
  const name = drawGiven(random, 'F', model.style)
  const year = model.birth.year - 3 + random.below(7)
  const other: Truth = {
    ...model,
    mother: name.canonical === model.mother?.name.canonical ? undefined : { name, text: usual(name, random) },
    birth: birthIn(year, random),
    phone: model.phone && phoneNumber(random),
    others: [
      written(drawGiven(random, 'M').canonical, random),
      written(drawGiven(random, 'F').canonical, random),
    ],
  }
  return [model, other]
}

const barredPairs = [
  ...names.barred.given.map((pair) => ({ fact: 'given' as const, pair })),
  ...names.barred.family.map((pair) => ({ fact: 'family' as const, pair })),
]

const barredNames: Setter = (model, random, index) => {
  const { fact, pair } = barredPairs[index % barredPairs.length] ?? { fact: 'family' as const, pair: [] }
  const [first = '', second = ''] = pair
  if (borneAtHome(model, first) || borneAtHome(model, second)) return undefined
  const named = (canonical: string): Truth =>
    fact === 'given'
      ? { ...model, given: [written(canonical, random)], sex: sexOf(canonical) ?? model.sex }
      : { ...model, style: 'surname', particle: '', family: written(canonical, random) }
  return [named(first), named(second)]
}

const motherOther = ({ mother, style }: Truth, random: Random): Written | undefined => {
  const name = drawGiven(random, 'F', style)
  return name.canonical === mother?.name.canonical ? undefined : { name, text: usual(name, random) }
}

/** Sons of two wives, both called after the same grandfather. */
const halfBrothers: Setter = (model, random) => {
  const year = model.birth.year + random.below(9) - 4
  return [model, { ...model, mother: motherOther(model, random), birth: birthIn(year, random) }]
}

/** Mohamed and, a few years later, Mohamed Lamine. */
const compoundBrothers: Setter = (model, random) => {
  const [first] = model.given
  if (!first) return undefined
  const second = drawGiven(random, model.sex, model.style)
  if (second.canonical === first.name.canonical) return undefined
  const given = [first, { name: second, text: usual(second, random) }]
  const year = model.birth.year + 1 + random.below(5)
  return [
    { ...model, given: [first] },
    { ...model, given, birth: birthIn(year, random) },
  ]
}

const older = (model: Truth, random: Random) => birthIn(model.birth.year - 18 - random.below(25), random)

/** A son who bears his father's name. */
const fatherAndSon: Setter = (model, random) => {
  if (model.sex !== 'M' || model.style !== 'surname' || model.birth.year < 1975) return undefined
  return [model, { ...model, mother: motherOther(model, random), birth: older(model, random) }]
}

/** Mohamed, son of Ahmed, and his father Ahmed, whose father was a Mohamed. */
const patronyms: Setter = (model, random) => {
  const [first] = model.given
  if (!first || model.sex !== 'M' || model.style === 'surname' || model.birth.year < 1975) return undefined
  const behind = random.chance(0.5)
  const son: Truth = { ...model, given: behind ? [first, model.family] : [first] }
  const father: Truth = {
    ...model,
    given: [model.family],
    family: first,
    mother: motherOther(model, random),
    birth: older(model, random),
  }
  return [son, father]
}

const setters: Record<TrapKind, Setter> = {
  twins,
  brothers,
  namesakes,
  barredNames,
  halfBrothers,
  compoundBrothers,
  fatherAndSon,
  patronyms,
}

/** The trap a person becomes, or undefined if this person cannot be one. */
export function setTrap(kind: TrapKind, model: Truth, random: Random, index: number): Pair | undefined {
  return setters[kind](model, random, index)
}
