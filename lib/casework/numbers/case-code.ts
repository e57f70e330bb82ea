/** Digits and capital letters without I, L, O and U, which are misread by eye and by ear. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SYMBOLS = 7

declare const caseCode: unique symbol
/** A well-formed case code in its canonical writing, `MLP-XXXX-XXXK`. */
export type CaseCode = string & { readonly [caseCode]: true }

/** Product in the field of 32 elements, polynomial x⁵ + x² + 1. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 4; bit >= 0; bit--) {
    product <<= 1
    if (product & 32) product ^= 0b100101
    if ((b >> bit) & 1) product ^= a
  }
  return product
}

/**
 * Check value of seven symbols: Horner's rule at x = 2, so that the symbol at distance n from the end
 * weighs 2ⁿ. All weights differ, hence any one wrong symbol and any swap of two symbols is caught.
 * Published rule: docs/decisions/0013-case-code.md
 */
function checkOf(values: readonly number[]): number {
  return times(
    values.reduce((sum, value) => times(sum, 2) ^ value, 0),
    2,
  )
}

function write(values: readonly number[]): CaseCode {
  const text = [...values, checkOf(values)].map((value) => ALPHABET.charAt(value)).join('')
  return `MLP-${text.slice(0, 4)}-${text.slice(4)}` as CaseCode
}

/** A new code from at least seven random bytes (the low five bits of each). It means nothing. */
export function newCode(randomBytes: Uint8Array): CaseCode {
  if (randomBytes.length < SYMBOLS) throw new RangeError(`A case code needs ${SYMBOLS} random bytes`)
  return write([...randomBytes.subarray(0, SYMBOLS)].map((byte) => byte & 31))
}

/**
 * Reads a code as people type it: any case, O for 0, I or L for 1, spaces or hyphens anywhere, with or
 * without the prefix. Returns its canonical writing, or `null` when it is not one or the check fails.
 */
export function parseCode(text: string): CaseCode | null {
  const compact = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
  const symbols = compact.length === SYMBOLS + 4 && /^M[LI1]P/.test(compact) ? compact.slice(3) : compact
  if (symbols.length !== SYMBOLS + 1) return null
  const values = [...symbols.replace(/O/g, '0').replace(/[IL]/g, '1')].map((c) => ALPHABET.indexOf(c))
  const body = values.slice(0, SYMBOLS)
  if (values.includes(-1) || checkOf(body) !== values[SYMBOLS]) return null
  return write(body)
}
