import type { Name } from './names'
import names from './names.json'
import type { Random } from './random'
import rates from './rates.json'

const arabic: Record<string, string> = names.arabic
const letters = 'abdefghiklmnorstuwyz'

/** What another ear writes down. Each pair reads: heard as the first, written as the second. */
const byEar: readonly (readonly [RegExp, string])[] = [
  [/ou/i, 'u'],
  [/ou/i, 'o'],
  [/u(?!$)/i, 'ou'],
  [/k/i, 'c'],
  [/c(?=[aou])/i, 'k'],
  [/dj/i, 'di'],
  [/dj/i, 'j'],
  [/gn/i, 'ny'],
  [/ss/i, 's'],
  [/(?<=[aeiou])s(?=[aeiou])/i, 'ss'],
  [/ï|i/i, 'y'],
  [/y/i, 'i'],
  [/[éèë]/i, 'e'],
  [/e$/i, 'é'],
  [/a$/i, 'ah'],
  [/f/i, 'ph'],
  [/(?<=[aeiou])m(?=[aeiou])/i, 'mm'],
  [/h/i, ''],
  [/w/i, 'ou'],
  [/z/i, 's'],
]

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

export function writeByEar(word: string, random: Random): string {
  const fitting = byEar.filter(([heard]) => heard.test(word))
  if (fitting.length === 0) return word
  const [heard, written] = random.pick(fitting)
  return capital(word.replace(heard, written).toLowerCase())
}

export function slip(word: string, random: Random): string {
  if (word.length < 4) return word
  const at = 1 + random.below(word.length - 2)
  const kind = random.below(4)
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1)
  if (kind === 1) return word.slice(0, at) + random.pick([...letters]) + word.slice(at)
  if (kind === 2) return word.slice(0, at) + random.pick([...letters]) + word.slice(at + 1)
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
}

const listed = (name: Name, random: Random) =>
  name.spellings.length > 0 ? random.pick(name.spellings) : writeByEar(name.canonical, random)

/** How a person usually has the name written: as listed first, or in one of the other spellings. */
export const usual = (name: Name, random: Random): string =>
  random.chance(rates.anyRecord.usualOtherSpelling) ? listed(name, random) : name.canonical

/** How another registrar writes it. */
export function respell(name: Name, written: string, random: Random): string {
  const roll = random.next()
  if (roll < rates.spelling.listed) return listed(name, random)
  return roll < rates.spelling.listed + rates.spelling.byEar
    ? writeByEar(written, random)
    : slip(written, random)
}

export const inArabic = (name: Name): string | undefined => arabic[name.canonical]
