import { birthIn, givenNames, phoneNumber, type Truth, type Written } from './household'
import { drawGiven, nameOf, sexOf } from './names'
import names from './names.json'
import type { Random } from './random'
import rates from './rates.json'
import { usual } from './spell'

export type TrapKind = 'twins' | 'brothers' | 'namesakes' | 'barredNames'
/** Two people who look alike on paper and are not the same. */
export type Trap = { kind: TrapKind; pair: readonly [Truth, Truth] }

const written = (canonical: string, random: Random): Written => {
  const name = nameOf(canonical)
  return { name, text: usual(name, random) }
}

function twins(model: Truth, random: Random): readonly [Truth, Truth] {
  const [first = '', second = '', firstSex, secondSex] = random.pick(names.twins)
  const one: Truth = { ...model, given: [written(first, random)], sex: firstSex === 'F' ? 'F' : 'M' }
  return [one, { ...one, given: [written(second, random)], sex: secondSex === 'F' ? 'F' : 'M' }]
}

function brothers(model: Truth, random: Random): readonly [Truth, Truth] {
  const taken = new Set(model.given.map(({ name }) => name.canonical))
  const year = model.birth.year + 1 + random.below(3)
  return [model, { ...model, given: givenNames(random, model.sex, taken), birth: birthIn(year, random) }]
}

function namesakes(model: Truth, random: Random): readonly [Truth, Truth] {
  const name = drawGiven(random, 'F')
  const year = model.birth.year - 3 + random.below(7)
  const other: Truth = {
    ...model,
    mother: name === model.mother?.name ? undefined : { name, text: usual(name, random) },
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

function barred(model: Truth, index: number, random: Random): readonly [Truth, Truth] {
  const { fact, pair } = barredPairs[index % barredPairs.length] ?? { fact: 'family' as const, pair: [] }
  const [first = '', second = ''] = pair
  const named = (canonical: string): Truth =>
    fact === 'given'
      ? { ...model, given: [written(canonical, random)], sex: sexOf(canonical) ?? model.sex }
      : { ...model, style: 'surname', particle: '', family: written(canonical, random) }
  return [named(first), named(second)]
}

/** Builds the traps from people of the population; `models` gives one person each time it is called. */
export function setTraps(models: () => Truth, random: Random, share: number): Trap[] {
  const times = (kind: TrapKind) => Array.from({ length: Math.round(rates.traps[kind] * share) })
  return [
    ...times('twins').map((): Trap => ({ kind: 'twins', pair: twins(models(), random) })),
    ...times('brothers').map((): Trap => ({ kind: 'brothers', pair: brothers(models(), random) })),
    ...times('namesakes').map((): Trap => ({ kind: 'namesakes', pair: namesakes(models(), random) })),
    ...times('barredNames').map(
      (_, index): Trap => ({
        kind: 'barredNames',
        pair: barred(models(), index, random),
      }),
    ),
  ]
}
