import { compareFacts, type Levels } from '@/lib/engines/matching/compare-facts'
import type { Alternative } from '@/lib/engines/matching/model'
import { seeded } from '@/lib/testing/people/random'
import { type Joinable, join } from './join'

export type Pair = readonly [number, number]
type Homes = readonly number[]

/** Pairs of different people drawn at random. */
function strangers({ corpus: { person } }: Joinable): Pair[] {
  const random = seeded(7)
  return Array.from(
    { length: 400_000 },
    (): Pair => [random.below(person.length), random.below(person.length)],
  ).filter(([a, b]) => person[a] !== person[b])
}

const agrees = (level: Levels['given']) => level === 'double' || level === 'same' || level === 'near'

/** Pairs of one household, by whether they bear one name; second records are left out. */
function atHome({ corpus, people }: Joinable, home: Homes): { relative: Pair[]; namesakeAtHome: Pair[] } {
  const later = new Set(corpus.pairs.map(([, second]) => second))
  const homes = new Map<number, number[]>()
  home.forEach((id, at) => {
    if (!later.has(at)) homes.set(id, [...(homes.get(id) ?? []), at])
  })
  const found = { relative: [] as Pair[], namesakeAtHome: [] as Pair[] }
  for (const living of homes.values()) {
    for (const [place, a] of living.entries()) {
      for (const b of living.slice(place + 1)) {
        const [one, other] = [people[a], people[b]]
        if (!one || !other || corpus.person[a] === corpus.person[b]) continue
        const apart = Math.abs((one.birth?.year ?? 0) - (other.birth?.year ?? 0))
        if (agrees(compareFacts(one, other).levels.given)) found.namesakeAtHome.push([a, b])
        else if (!one.birth || !other.birth || apart <= 15) found.relative.push([a, b])
      }
    }
  }
  return found
}

/** Pairs from different households that share given name, family and village or town. */
function namesakes(joined: Joinable, home: Homes): Pair[] {
  const { corpus, people } = joined
  const later = new Set(corpus.pairs.map(([, second]) => second))
  const found: Pair[] = []
  join(joined, (b, a) => {
    const [one, other] = [people[a], people[b]]
    if (!one || !other || later.has(a) || later.has(b) || home[a] === home[b]) return
    const { given, family, origin } = compareFacts(one, other).levels
    if (agrees(given) && agrees(family) && (origin === 'village' || origin === 'town')) found.push([a, b])
  })
  return found
}

/** Pairs of one village or town and of different homes, each with the next dozen: towns would hold millions. */
function neighbours({ corpus, people }: Joinable, home: Homes): Pair[] {
  const later = new Set(corpus.pairs.map(([, second]) => second))
  const villages = new Map<string, number[]>()
  people.forEach(({ village, cercle }, at) => {
    if (!village || later.has(at)) return
    const key = `${cercle} ${village.text}`
    const there = villages.get(key)
    if (there) there.push(at)
    else villages.set(key, [at])
  })
  const found: Pair[] = []
  for (const there of villages.values())
    for (const [place, a] of there.entries())
      for (const b of there.slice(place + 1, place + 12)) if (home[a] !== home[b]) found.push([a, b])
  return found
}

/** For each alternative, pairs of people it speaks of; only strangers where nobody knows who lives together. */
export function otherPeople(joined: Joinable): Partial<Record<Alternative, Pair[]>> {
  const stranger = strangers(joined)
  const { home } = joined.corpus
  if (!home) return { stranger }
  return {
    stranger,
    neighbour: neighbours(joined, home),
    namesake: namesakes(joined, home),
    ...atHome(joined, home),
  }
}
