import { household, type Truth } from './household'
import { registerAgain } from './perturb'
import { type Random, seeded } from './random'
import rates from './rates.json'
import { type Registered, register } from './register'
import { setTraps, type TrapKind } from './traps'

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
  for (let id = 0; truths.length < count; id++) truths.push(...household(id, random))
  return truths.slice(0, count)
}

/**
 * A population with its duplicates and traps, the same for the same split and share.
 * `share` scales the sizes fixed in rates.json (1 = 100,000 people). The two splits have no person in common.
 */
export function populate(split: 'reported' | 'training', share = 1): Population {
  const random = seeded(rates[split].seed)
  const total = Math.round(rates.people * share)
  const trapped = 2 * Object.values(rates.traps).reduce((sum, count) => sum + Math.round(count * share), 0)
  const truths = peopleOf(total - trapped, random)
  const plain = truths.length
  const traps = setTraps(() => random.pick(truths.slice(0, plain)), random, share).map(({ kind, pair }) => {
    const at = truths.push(...pair)
    return { kind, pair: [at - 2, at - 1] as const }
  })
  const people = truths.length
  const records = truths.map((truth) => register(truth, random))
  const duplicates = chosen(plain, Math.round(rates.duplicates * share), random).map((at) => {
    const truth = truths[at] as Truth
    truths.push(truth)
    return [at, records.push(registerAgain(truth, random)) - 1] as const
  })
  return { records, truths, people, duplicates, traps }
}

/** `count` different numbers below `limit`. */
function chosen(limit: number, count: number, random: Random): number[] {
  const found = new Set<number>()
  while (found.size < count) found.add(random.below(limit))
  return [...found]
}
