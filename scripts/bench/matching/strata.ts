import type { Person } from '@/lib/engines/matching/person'
import type { Corpus } from './corpus'

export type TruePair = { first: Person; second: Person } & Corpus['changes'][number]

/** How a name is made up: by whose child one is, or with a family's name. */
export type NameGroup = 'child of (Ag, Walet)' | 'child of (Ould, Mint)' | 'other family names'

const written = ({ given, family }: Person) => `${family ?? ''} ${given ?? ''}`
export function nameGroup(person: Person): NameGroup {
  if (/(^|\s)(ag|agg|ak|walet|oualet|oulet|wallet)\s/i.test(written(person))) return 'child of (Ag, Walet)'
  return /(^|\s)(ould|wuld|oul|mint|minte|ment)\s/i.test(written(person))
    ? 'child of (Ould, Mint)'
    : 'other family names'
}
const isOf = (group: NameGroup) => (pair: TruePair) => nameGroup(pair.first) === group

const arabic = /\p{Script=Arabic}/u
const byCount = Object.fromEntries(
  [0, 1, 2, 3, 4, 5].map((count) => [
    count === 5 ? '5 facts or more changed' : count === 1 ? '1 fact changed' : `${count} facts changed`,
    (pair: TruePair) => Math.min(5, pair.count) === count,
  ]),
)

/** Groups that may overlap; each true pair is counted in all that fit. */
export const strata: Record<string, (pair: TruePair) => boolean> = {
  ...byCount,
  'given and family name swapped': ({ swapped }) => swapped,
  women: ({ first }) => first.sex === 'F',
  men: ({ first }) => first.sex === 'M',
  'children under 18': ({ first }) => (first.birth?.year ?? 0) > 2014 - 18,
  'child of (Ag, Walet)': isOf('child of (Ag, Walet)'),
  'child of (Ould, Mint)': isOf('child of (Ould, Mint)'),
  'other family names': isOf('other family names'),
  'Arabic script on one side': ({ first, second }) =>
    arabic.test(first.given ?? '') !== arabic.test(second.given ?? ''),
  'mother missing on a side': ({ first, second }) => !first.mother || !second.mother,
  'phone missing on a side': ({ first, second }) => !first.phone || !second.phone,
  'mother and phone missing': ({ first, second }) =>
    (!first.mother || !second.mother) && (!first.phone || !second.phone),
  'village differs': ({ first, second }) =>
    first.village !== undefined && second.village !== undefined && first.village !== second.village,
  'year differs': ({ first, second }) => first.birth?.year !== second.birth?.year,
}

export function truePairs({ records, pairs, changes }: Corpus): TruePair[] {
  return pairs.map(([a, b], at) => {
    const [first, second, changed] = [records[a], records[b], changes[at]]
    if (!first || !second || !changed) throw new RangeError(`no pair ${a}, ${b}`)
    return { first, second, ...changed }
  })
}
