import type { Identity } from './identity'
import type { Name } from './names/name'

const nko: Readonly<Record<string, string>> = {
  ou: 'ߎ',
  dj: 'ߖ',
  gn: 'ߢ',
  ny: 'ߢ',
  ch: 'ߗ',
  ss: 'ߛ',
  a: 'ߊ',
  e: 'ߋ',
  è: 'ߍ',
  é: 'ߋ',
  i: 'ߌ',
  ï: 'ߌ',
  u: 'ߎ',
  o: 'ߏ',
  b: 'ߓ',
  p: 'ߔ',
  t: 'ߕ',
  j: 'ߖ',
  d: 'ߘ',
  r: 'ߙ',
  s: 'ߛ',
  f: 'ߝ',
  k: 'ߞ',
  c: 'ߞ',
  l: 'ߟ',
  m: 'ߡ',
  n: 'ߣ',
  h: 'ߤ',
  w: 'ߥ',
  y: 'ߦ',
  g: 'ߜ',
  z: 'ߖ',
  v: 'ߝ',
}

const adlam: Readonly<Record<string, string>> = {
  ou: '𞤵',
  dj: '𞤶',
  ss: '𞤧',
  ch: '𞤷',
  a: '𞤢',
  e: '𞤫',
  è: '𞤫',
  é: '𞤫',
  i: '𞤭',
  ï: '𞤭',
  u: '𞤵',
  o: '𞤮',
  b: '𞤦',
  p: '𞤨',
  t: '𞤼',
  j: '𞤶',
  d: '𞤣',
  r: '𞤪',
  s: '𞤧',
  f: '𞤬',
  k: '𞤳',
  c: '𞤳',
  l: '𞤤',
  m: '𞤥',
  n: '𞤲',
  h: '𞤸',
  w: '𞤱',
  y: '𞤴',
  g: '𞤺',
  z: '𞤧',
  v: '𞤬',
}

const write = (letters: Readonly<Record<string, string>>, latin: string) =>
  latin.toLowerCase().replace(/ou|dj|gn|ny|ch|ss|./gu, (sound) => letters[sound] ?? '')

/** The script that a people's own schools teach, or null where there is none here. */
export function ownScript(who: Identity, name: Name): string | null {
  const latin = name.fr[0] ?? ''
  if (who.people.name === 'Mande') return write(nko, latin)
  if (who.people.name === 'Fulani') return write(adlam, latin)
  return null
}

const particles: Readonly<Record<string, { M: string; F: string }>> = {
  Tuareg: { M: 'أغ', F: 'ولت' },
  Arab: { M: 'ولد', F: 'منت' },
}

/** Given and family name in Arabic script, or null where one has no usual writing. */
export function arabicNames(who: Identity): { given: string; family: string } | null {
  const last = who.clan ?? who.father
  if (!who.given.ar || !last.ar) return null
  const particle = particles[who.people.name]?.[who.sex]
  return { given: who.given.ar, family: particle ? `${particle} ${last.ar}` : last.ar }
}
