import type { Population } from '@/lib/testing/people/population'
import type { Registered } from '@/lib/testing/people/register'

/** The pair of records of one person, and the groups it is reported under. */
export type TruePair = {
  first: Registered
  second: Registered
  woman: boolean
  child: boolean
  style: string
  compound: boolean
}

const facts = ['given', 'family', 'mother', 'household', 'village', 'cercle', 'phone', 'sex'] as const

/** In how many facts the two records are not written alike, left out on one side included. */
export function differing({ first, second }: Pick<TruePair, 'first' | 'second'>): number {
  const written = facts.filter((fact) => JSON.stringify(first[fact]) !== JSON.stringify(second[fact])).length
  return written + (first.birth?.year === second.birth?.year ? 0 : 1)
}

/** In how many facts both records say something, and something else. */
export function contradicting({ first, second }: Pick<TruePair, 'first' | 'second'>): number {
  const both = facts.filter((fact) => first[fact] !== undefined && second[fact] !== undefined)
  const apart = both.filter((fact) => JSON.stringify(first[fact]) !== JSON.stringify(second[fact])).length
  const years = first.birth && second.birth && first.birth.year !== second.birth.year
  return apart + (years ? 1 : 0)
}

const arabic = /\p{Script=Arabic}/u

/** Groups that may overlap; each true pair is counted in all that fit. */
export const strata: Record<string, (pair: TruePair) => boolean> = {
  women: (pair) => pair.woman,
  men: (pair) => !pair.woman,
  'children under 18': (pair) => pair.child,
  surname: (pair) => pair.style === 'surname',
  'child of (Ag, Walet)': (pair) => pair.style === 'tuareg',
  'child of (Ould, Mint)': (pair) => pair.style === 'arab',
  'two given names': (pair) => pair.compound,
  'Arabic script on one side': ({ first, second }) =>
    arabic.test(first.given ?? '') !== arabic.test(second.given ?? ''),
  'mother missing on a side': ({ first, second }) => !first.mother || !second.mother,
  'phone missing on a side': ({ first, second }) => !first.phone || !second.phone,
  'mother and phone missing': ({ first, second }) =>
    (!first.mother || !second.mother) && (!first.phone || !second.phone),
  'village differs': ({ first, second }) =>
    first.village !== undefined && second.village !== undefined && first.village !== second.village,
  'year differs': ({ first, second }) => first.birth?.year !== second.birth?.year,
  'three facts or more differ': (pair) => differing(pair) >= 3,
  'five facts or more differ': (pair) => differing(pair) >= 5,
  'three facts or more contradict': (pair) => contradicting(pair) >= 3,
}

export function truePair({ records, truths }: Population, [a, b]: readonly [number, number]): TruePair {
  const truth = truths[a]
  const [first, second] = [records[a], records[b]]
  if (!truth || !first || !second) throw new RangeError(`no pair ${a}, ${b}`)
  return {
    first,
    second,
    woman: truth.sex === 'F',
    child: truth.birth.year > 2014 - 18,
    style: truth.style,
    compound: truth.given.length > 1,
  }
}
