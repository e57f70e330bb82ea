import { fold } from '@/lib/base/text/fold'
import { parseCode } from '@/lib/casework/numbers/case-code'

/**
 * The one reader of codes for every search box: of a case (MLP-XXXX-XXXX), a referral (R-XXXXXX) or an alert
 * (S-XXX-XXX), as typed, pasted or read over the telephone. PURE.
 *   readCode(text) → { kind, code } | undefined     `code` in its canonical writing
 * What it does not know is not a code and may be a name: the caller does not log it.
 */
export type ReadCode = { kind: 'case' | 'referral' | 'alert'; code: string }

const SHORT = /^([RS])([0-9A-HJKMNP-TV-Z]{6})$/

/** Longer is no code, and is not looked into: folding takes its time. */
const LONGEST = 200

export function readCode(text: string): ReadCode | undefined {
  if (text.length > LONGEST) return undefined
  const typed = withoutMarksAround(fold(text).toUpperCase().replace(/[\s-]/g, ''))
  const [, letter, symbols] = SHORT.exec(unambiguous(typed)) ?? []
  if (letter === 'R' && symbols) return { kind: 'referral', code: `R-${symbols}` }
  if (letter === 'S' && symbols)
    return { kind: 'alert', code: `S-${symbols.slice(0, 3)}-${symbols.slice(3)}` }
  const found = parseCode(typed)
  return found ? { kind: 'case', code: found } : undefined
}

const SYMBOL = /[0-9A-Z]/

/** From the first letter or digit to the last one. From the end by hand: a pattern would try every mark inside anew. */
function withoutMarksAround(text: string): string {
  let end = text.length
  while (end > 0 && !SYMBOL.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end).replace(/^[^0-9A-Z]+/, '')
}

/** O is 0, I and L are 1, after the letter that says what the code is of. */
const unambiguous = (code: string): string =>
  code.slice(0, 1) + code.slice(1).replace(/O/g, '0').replace(/[IL]/g, '1')
