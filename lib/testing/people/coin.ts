import type { Random } from './random'

/** Sounds of which names are made up that no list knows. */
const sounds = {
  open: [
    'Ta',
    'Ma',
    'Ka',
    'Sa',
    'Bo',
    'Di',
    'Na',
    'Ha',
    'Wa',
    'Ga',
    'Fo',
    'Lou',
    'Zi',
    'Ya',
    'Kou',
    'Tie',
    'A',
    'I',
  ],
  middle: [
    'ra',
    'li',
    'sse',
    'mou',
    'di',
    'gha',
    'ne',
    'ko',
    'bi',
    'za',
    'wi',
    'nta',
    'rou',
    'lla',
    'me',
    'tchi',
  ],
  close: {
    F: ['ta', 'na', 'tou', 'lla', 'wa', 'lt', 'sha', 'ma'],
    M: ['dou', 'ne', 'n', 'ka', 'ri', 'kou', 'm', 'go'],
  },
}

/** A name made of sounds, such as "Tamoudou". */
export function coin(random: Random, sex: 'F' | 'M'): string {
  const middle = random.chance(0.55) ? random.pick(sounds.middle) : ''
  return random.pick(sounds.open) + middle + random.pick(sounds.close[sex])
}

const endings = { F: ['ta', 'tou', 'na', 'ya'], M: ['dou', 'ne', 'di', 'ba'] }
const vowels = 'aeiou'

/** Another name that differs little from one that is borne too, as Amina and Aminata do, or Hama and Hamadi. */
function neighbour(name: string, random: Random, sex: 'F' | 'M'): string {
  if (random.chance(0.4))
    return name.replace(/[aeiouéèï]+$/i, (end) => end.charAt(0)) + random.pick(endings[sex])
  const at = 1 + random.below(Math.max(1, name.length - 1))
  const letter = name.charAt(at).toLowerCase()
  const others = vowels.includes(letter) ? [...vowels] : [...'bdfgklmnrst']
  return name.slice(0, at) + random.pick(others.filter((one) => one !== letter)) + name.slice(at + 1)
}

/** How many of the names that no list knows are the neighbour of another, listed or not. */
const NEIGHBOURS = 0.4

/**
 * So many different names, the frequent ones first, as [name, weight].
 * @param beside names that are borne in the country too, and that others may resemble
 */
export function coined(
  count: number,
  sex: 'F' | 'M',
  random: Random,
  beside: readonly string[] = [],
): [string, number][] {
  const found = new Set<string>()
  while (found.size < count) {
    const known = [...beside, ...found]
    const isNeighbour = known.length > 0 && random.chance(NEIGHBOURS)
    found.add(isNeighbour ? neighbour(random.pick(known), random, sex) : coin(random, sex))
  }
  return [...found].map((name, rank) => [name, 1 / (rank + 4)])
}
