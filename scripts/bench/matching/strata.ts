import type { Person } from '@/lib/engines/matching/person'
import type { Corpus } from './corpus'

export type TruePair = { first: Person; second: Person }

const facts = ['given', 'family', 'mother', 'household', 'village', 'cercle', 'phone', 'sex'] as const
const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** In how many facts the two records are not written alike, left out on one side included. */
export function differing({ first, second }: TruePair): number {
  const written = facts.filter((fact) => !alike(first[fact], second[fact])).length
  return written + (alike(first.birth, second.birth) ? 0 : 1)
}

/** In how many facts both records say something, and something else. */
export function contradicting({ first, second }: TruePair): number {
  const both = facts.filter((fact) => first[fact] !== undefined && second[fact] !== undefined)
  const apart = both.filter((fact) => !alike(first[fact], second[fact])).length
  return apart + (first.birth && second.birth && first.birth.year !== second.birth.year ? 1 : 0)
}

const lower = (text: string | undefined) => text?.trim().toLowerCase()

/** Each box holds exactly what the other file has in the other. */
const swapped = ({ first, second }: TruePair) =>
  first.given !== undefined &&
  first.family !== undefined &&
  lower(first.given) !== lower(first.family) &&
  lower(first.given) === lower(second.family) &&
  lower(first.family) === lower(second.given)

const arabic = /\p{Script=Arabic}/u
const isStyle = (pattern: RegExp) => (pair: TruePair) =>
  pattern.test(`${pair.first.family ?? ''} ${pair.first.given ?? ''}`)
const tuareg = isStyle(/(^|\s)(ag|agg|ak|walet|oualet|oulet|wallet)\s/i)
const arab = isStyle(/(^|\s)(ould|wuld|oul|mint|minte|ment)\s/i)

const byCount = Object.fromEntries(
  [0, 1, 2, 3, 4, 5].map((count) => [
    count === 5 ? '5 facts or more differ' : count === 1 ? '1 fact differs' : `${count} facts differ`,
    (pair: TruePair) => Math.min(5, differing(pair)) === count,
  ]),
)

/** Groups that may overlap; each true pair is counted in all that fit. */
export const strata: Record<string, (pair: TruePair) => boolean> = {
  ...byCount,
  'given and family name swapped': swapped,
  women: ({ first }) => first.sex === 'F',
  men: ({ first }) => first.sex === 'M',
  'children under 18': ({ first }) => (first.birth?.year ?? 0) > 2014 - 18,
  'child of (Ag, Walet)': tuareg,
  'child of (Ould, Mint)': arab,
  'other family names': (pair) => !tuareg(pair) && !arab(pair),
  'Arabic script on one side': ({ first, second }) =>
    arabic.test(first.given ?? '') !== arabic.test(second.given ?? ''),
  'mother missing on a side': ({ first, second }) => !first.mother || !second.mother,
  'phone missing on a side': ({ first, second }) => !first.phone || !second.phone,
  'mother and phone missing': ({ first, second }) =>
    (!first.mother || !second.mother) && (!first.phone || !second.phone),
  'village differs': ({ first, second }) =>
    first.village !== undefined && second.village !== undefined && first.village !== second.village,
  'year differs': ({ first, second }) => first.birth?.year !== second.birth?.year,
  'three facts or more contradict': (pair) => contradicting(pair) >= 3,
}

export function truePairs({ records, pairs }: Corpus): TruePair[] {
  return pairs.map(([a, b]) => {
    const [first, second] = [records[a], records[b]]
    if (!first || !second) throw new RangeError(`no pair ${a}, ${b}`)
    return { first, second }
  })
}
