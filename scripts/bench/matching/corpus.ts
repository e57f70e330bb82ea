import type { Person } from '@/lib/engines/matching/person'
import { populate } from '@/lib/testing/people/population'
import type { CountryName } from '@/lib/testing/people/random'
import rates from '@/lib/testing/people/rates.json'
import { peopleElsewhere } from '@/lib/testing/people-elsewhere/corpus'
import { peopleThird } from '@/lib/testing/people-third/population'

/** Invented records of which the truth is known, whoever made them. */
export type Corpus = {
  name: string
  records: readonly Person[]
  /** Who each record is about: equal numbers, one person. */
  person: readonly number[]
  /** Who lives together, where the corpus tells. */
  home: readonly number[] | undefined
  /** Two records of one person: the earlier, the later. */
  pairs: readonly (readonly [number, number])[]
  /** Per pair: in how many facts the second record says otherwise, and whether the two names are in each other's box. */
  changes: readonly { count: number; swapped: boolean }[]
  /** Pairs of people set to look alike. */
  traps: readonly { kind: string; pair: readonly [number, number] }[]
}

const countryNames: readonly CountryName[] = ['scattered', 'crowded', 'unlisted']

/** Neighbours and bearers of names that look alike are set as traps from one model, but are not one household. */
const apart: ReadonlySet<string> = new Set(['namesakes', 'barredNames'])

const lower = (text: string | undefined) => text?.trim().toLowerCase()
const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const facts = [
  'given',
  'family',
  'mother',
  'household',
  'village',
  'cercle',
  'birth',
  'phone',
  'sex',
] as const

/** Facts not written alike, left out on one side included. */
function changesOf(first: Person = {}, second: Person = {}): Corpus['changes'][number] {
  const [given, family] = [lower(first.given), lower(first.family)]
  return {
    count: facts.filter((fact) => !alike(first[fact], second[fact])).length,
    swapped: given !== family && given === lower(second.family) && family === lower(second.given),
  }
}

/** People of one country of the project's own population. */
function countryCorpus(split: 'training' | 'reported', share: number, country: CountryName): Corpus {
  const { records, truths, duplicates, traps } = populate(split, share, country)
  const ids = new Map(truths.map((truth, at) => [truth, at]))
  const home = truths.map(({ household }) => household)
  for (const { kind, pair } of traps) if (apart.has(kind)) home[pair[1]] = -1 - pair[1]
  return {
    name: country,
    records,
    person: truths.map((truth) => ids.get(truth) ?? -1),
    home,
    pairs: duplicates,
    changes: duplicates.map(([a, b]) => changesOf(records[a], records[b])),
    traps,
  }
}

/** Registers one after the other. Nobody is in two of them. */
function together(name: string, parts: readonly Corpus[]): Corpus {
  const far = 10_000_000
  const starts = parts.map((_, at) =>
    parts.slice(0, at).reduce((sum, { records }) => sum + records.length, 0),
  )
  const start = (at: number) => starts[at] ?? 0
  const moved = ([a, b]: readonly [number, number], at: number) => [a + start(at), b + start(at)] as const
  return {
    name,
    records: parts.flatMap(({ records }) => records),
    person: parts.flatMap(({ person }, at) => person.map((id) => id + far * at)),
    home: parts.flatMap(({ home }, at) => home?.map((id) => id + far * at) ?? []),
    pairs: parts.flatMap(({ pairs }, at) => pairs.map((pair) => moved(pair, at))),
    changes: parts.flatMap(({ changes }) => changes),
    traps: parts.flatMap(({ traps }, at) => traps.map(({ kind, pair }) => ({ kind, pair: moved(pair, at) }))),
  }
}

/** The project's own population, of all its countries. `share` scales it (1 = 100,000 people). */
export function ownCorpus(split: 'training' | 'reported', share = 1): Corpus {
  return together(
    'own generator',
    countryNames.map((country) => countryCorpus(split, share * rates.countries[country].share, country)),
  )
}

/** Only figures are quoted of them: neither weights nor thresholds look at them. The second draw was never looked at before. */
const elsewhereSeeds = { 'register made elsewhere': 4102, 'another draw of it': 90417 }
export type Elsewhere = keyof typeof elsewhereSeeds

/** The register by another hand. Who lives with whom is not told. */
export function elsewhereCorpus(name: Elsewhere): Corpus {
  const { lines, pairs, traps } = peopleElsewhere(elsewhereSeeds[name])
  return {
    name,
    records: lines.map(({ person }) => person),
    person: lines.map(({ identity }) => identity),
    home: undefined,
    pairs: pairs.map(({ a, b }) => (a < b ? [a, b] : [b, a])),
    changes: pairs.map(({ changed }) => ({
      count: changed.length,
      swapped: changed.some(({ kind }) => kind === 'NAMES_SWAPPED'),
    })),
    traps: traps.map(({ a, b, kind }) => ({ kind, pair: [a, b] })),
  }
}

/** The register by a third hand, who read neither the engine nor the other two: for judging alone. */
export function thirdCorpus(): Corpus {
  const { lines, pairs, traps } = peopleThird(7319)
  return {
    name: 'third population',
    records: lines.map(({ person }) => person),
    person: lines.map(({ soul }) => soul.id),
    home: lines.map(({ soul }) => soul.home),
    pairs,
    changes: pairs.map(([a, b]) => ({
      ...changesOf(lines[a]?.person, lines[b]?.person),
      swapped: lines[a]?.swapped !== lines[b]?.swapped,
    })),
    traps,
  }
}
