import { household, type Truth } from './household'
import { byAnotherHand, registerAgain } from './perturb'
import { type CountryName, type Random, seeded } from './random'
import rates from './rates.json'
import { type Registered, register } from './register'
import { setTrap, type TrapKind } from './traps'

export type Population = {
  /** People first (traps among them), then the duplicates. */
  records: Registered[]
  truths: Truth[]
  /** How many records are the first record of a person. */
  people: number
  /** Index of the first record, index of the second. */
  duplicates: (readonly [number, number])[]
  traps: { kind: TrapKind; pair: readonly [number, number] }[]
}

function peopleOf(count: number, random: Random): Truth[] {
  const truths: Truth[] = []
  const { registered } = rates.countries[random.country]
  for (let id = 0; truths.length < count; id++)
    truths.push(...household(id, random).filter(() => random.chance(registered)))
  return truths.slice(0, count)
}

const kinds: readonly TrapKind[] = [
  'twins',
  'brothers',
  'namesakes',
  'barredNames',
  'halfBrothers',
  'compoundBrothers',
  'fatherAndSon',
  'patronyms',
]

/** One person becomes the first of the pair, the second is added: nobody is in the population twice by it. */
function setTraps(truths: Truth[], share: number, random: Random): Population['traps'] {
  const used = new Set<number>()
  const plain = truths.length
  const setOne = (kind: TrapKind, index: number): Population['traps'][number] => {
    const at = random.below(plain)
    const model = truths[at]
    const pair = model && !used.has(at) ? setTrap(kind, model, random, index) : undefined
    if (!pair) return setOne(kind, index)
    used.add(at)
    truths[at] = pair[0]
    return { kind, pair: [at, truths.push(pair[1]) - 1] }
  }
  return kinds.flatMap((kind) =>
    Array.from({ length: Math.round(rates.traps[kind] * share) }, (_, index) => setOne(kind, index)),
  )
}

/** `count` different numbers below `limit`, none of them in `except`. */
function chosen(limit: number, count: number, except: ReadonlySet<number>, random: Random): number[] {
  const found = new Set<number>()
  while (found.size < count) {
    const at = random.below(limit)
    if (!except.has(at)) found.add(at)
  }
  return [...found]
}

/**
 * A population with its duplicates and traps, the same for the same split, share and country.
 * `share` scales the sizes fixed in rates.json (1 = 100,000 people). The two splits have no person in common.
 */
export function populate(
  split: 'reported' | 'training',
  share = 1,
  country: CountryName = 'scattered',
): Population {
  const random = seeded(rates[split].seed, country)
  const trapped = kinds.reduce((sum, kind) => sum + Math.round(rates.traps[kind] * share), 0)
  const truths = peopleOf(Math.round(rates.people * share) - trapped, random)
  const plain = truths.length
  const traps = setTraps(truths, share, random)
  const people = truths.length
  const records = truths.map((truth) =>
    register(random.chance(rates.anyRecord.byAnotherHand) ? byAnotherHand(truth, random) : truth, random),
  )
  const inTraps = new Set(traps.flatMap(({ pair }) => [...pair]))
  const repeated = chosen(plain, Math.round(rates.duplicates * share), inTraps, random)
  const duplicates = repeated.flatMap((at) => {
    const truth = truths[at]
    if (!truth) return []
    truths.push(truth)
    return [[at, records.push(registerAgain(truth, random)) - 1] as const]
  })
  return { records, truths, people, duplicates, traps }
}
