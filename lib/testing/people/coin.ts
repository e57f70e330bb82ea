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

/** So many different names, the frequent ones first, as [name, weight]. */
export function coined(count: number, sex: 'F' | 'M', random: Random): [string, number][] {
  const found = new Set<string>()
  while (found.size < count) found.add(coin(random, sex))
  return [...found].map((name, rank) => [name, 1 / (rank + 4)])
}
