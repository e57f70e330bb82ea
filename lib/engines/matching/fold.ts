/** Letters of Bambara, Songhay and Fulfulde spelling, and ligatures, in plain Latin. */
const letters: Record<string, string> = {
  ɔ: 'o',
  ɛ: 'e',
  ɲ: 'ny',
  ŋ: 'n',
  ɓ: 'b',
  ɗ: 'd',
  ƴ: 'y',
  ɣ: 'g',
  ə: 'e',
  ǝ: 'e',
  œ: 'e',
  æ: 'e',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
}

/** One sound, one spelling. Order matters: longer spellings go before their parts. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ou/g, 'u'],
  [/w/g, 'u'],
  [/ph/g, 'f'],
  [/sch|ch/g, 'sh'],
  [/ck|kh|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/dj/g, 'j'],
  [/tj/g, 't'],
  [/gn|ny/g, 'ni'],
  [/y/g, 'i'],
  [/gu(?=[ei])/g, 'g'],
  [/^di(?=[aeou])/, 'j'],
  [/n(?=[bp])/g, 'm'],
  [/(?<=[bdgrtz])h/g, ''],
  [/(.)\1+/g, '$1'],
  [/h$/, ''],
  [/(?<=...)ei?$/, ''],
]

/** Text without accents, in lower case, split into bare words of Latin letters. */
export function bareWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|[’'ʼ`´‘]/gu, '')
    .replace(/[^a-z\s-]/g, (letter) => letters[letter] ?? (/\p{L}/u.test(letter) ? letter : ' '))
    .split(/[\s-]+/)
    .filter(Boolean)
}

const memory = new Map<string, string>()

/**
 * The folded spelling of one bare word: "Oualet" and "Walet" fold alike.
 * Words repeat from file to file, so they are remembered; the memory is emptied before it grows.
 */
export function foldWord(word: string): string {
  const remembered = memory.get(word)
  if (remembered !== undefined) return remembered
  if (memory.size > 20_000) memory.clear()
  const folded = sounds.reduce((text, [heard, written]) => text.replace(heard, written), word)
  memory.set(word, folded)
  return folded
}

/** Consonants only, behind a mark for an opening vowel: what survives most mishearings. */
export function skeleton(folded: string): string {
  const bones = folded
    .replace(/^h/, '')
    .replace(/z/g, 's')
    .replace(/^[aeiou]+/, 'A')
    .replace(/[aeiouh]/g, '')
  return bones.replace(/(.)\1+/g, '$1')
}
