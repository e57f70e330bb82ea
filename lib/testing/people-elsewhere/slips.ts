import type { Chance } from './random'

/** Sounds that one hears and another writes otherwise. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ou/i, 'u'],
  [/u(?!o)/i, 'ou'],
  [/dj|di(?=[aeo])/i, 'j'],
  [/j/i, 'dj'],
  [/k/i, 'c'],
  [/c(?=[aou])/i, 'k'],
  [/y/i, 'i'],
  [/ï|i/i, 'y'],
  [/ss/i, 's'],
  [/(?<=[aeiou])s(?=[aeiou])/i, 'ss'],
  [/gh/i, 'r'],
  [/h/i, ''],
  [/oua/i, 'wa'],
  [/z/i, 's'],
  [/é|e$/i, 'ai'],
  [/b/i, 'p'],
  [/d(?=[ae])/i, 't'],
  [/n(?=[td])/i, ''],
  [/l/i, 'll'],
  [/mm/i, 'm'],
  [/a(?=[mn])/i, 'e'],
]

/** The word as somebody else heard it, or null when nothing in it is easily misheard. */
export function mishear({ pick }: Chance, word: string): string | null {
  const fitting = sounds.filter(([sound]) => sound.test(word))
  if (fitting.length === 0) return null
  const [sound, other] = pick(fitting)
  const heard = word.replace(sound, other)
  return heard.toLowerCase() === word.toLowerCase() || heard.length < 2 ? null : asName(heard)
}

/** The word as tired fingers copied it: a letter lost, doubled, or two changed about. */
export function miscopy({ whole }: Chance, word: string): string | null {
  if (word.length < 4) return null
  const at = whole(1, word.length - 2)
  const [a, b] = [word[at] ?? '', word[at + 1] ?? '']
  const ways = [word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + a + word.slice(at)]
  if (a !== b && /\p{L}{2}/u.test(a + b)) ways.push(word.slice(0, at) + b + a + word.slice(at + 2))
  return ways[whole(0, ways.length - 1)] ?? null
}

const asName = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
