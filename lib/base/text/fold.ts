/**
 * Text made comparable before anybody looks into it. PURE.
 *   fold(text)      one kind of space, ASCII digits, no invisible marks, Latin letters for their look-alikes
 *   lookable(text)  the same in small letters without accents: what patterns are tried on
 * Stored text is never folded; `clean.ts` is for that.
 */
const INVISIBLE = /[\p{Cf}\p{DI}]/gu
const SPACE = /[\p{Z}\t\v\f]/gu
const DASH = /[\p{Pd}\u2212\u00b7\u2022\u30fb]/gu
const APOSTROPHE = /[\u2018\u2019\u02bc\u2032\u00b4`]/gu
const DIGIT = /\p{Nd}/gu

/** Cyrillic and Greek letters that are drawn like Latin ones. */
const LOOKS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['аαа', 'a'],
    ['еεё', 'e'],
    ['оοο', 'o'],
    ['рρ', 'p'],
    ['сϲ', 'c'],
    ['уγ', 'y'],
    ['хχ', 'x'],
    ['іιї', 'i'],
    ['јϳ', 'j'],
    ['ѕ', 's'],
    ['ԁ', 'd'],
    ['ԛ', 'q'],
    ['ԝω', 'w'],
    ['һ', 'h'],
    ['к', 'k'],
    ['м', 'm'],
    ['т', 't'],
    ['ν', 'v'],
    ['υ', 'u'],
    ['ո', 'n'],
    ['ӏ', 'l'],
    ['ɡ', 'g'],
    ['ı', 'i'],
    ['АΑ', 'A'],
    ['ВΒ', 'B'],
    ['СϹ', 'C'],
    ['ЕΕ', 'E'],
    ['НΗ', 'H'],
    ['ІΙ', 'I'],
    ['Ј', 'J'],
    ['КΚ', 'K'],
    ['МΜ', 'M'],
    ['Ν', 'N'],
    ['ОΟ', 'O'],
    ['РΡ', 'P'],
    ['Ѕ', 'S'],
    ['ТΤ', 'T'],
    ['ХΧ', 'X'],
    ['УΥ', 'Y'],
    ['Ζ', 'Z'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter) => [letter, to])),
)
const LOOK_ALIKE = new RegExp(`[${Object.keys(LOOKS).join('')}]`, 'gu')

/** Every script writes its ten digits in a row; how many digits stand before one is its value. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++
  return String(value)
}

export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(SPACE, ' ')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(DASH, '-')
    .replace(APOSTROPHE, "'")
    .replace(DIGIT, (digit) => (digit <= '9' ? digit : asciiDigit(digit)))
    .replace(LOOK_ALIKE, (letter) => LOOKS[letter] ?? letter)
}

export const lookable = (text: string): string =>
  fold(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('œ', 'oe')
