/**
 * Text as it is stored. PURE.
 *   stored(text)             line ends as LF, outer space gone: what is counted and kept
 *   textFault(text)          why it must be refused, an error code of a form; undefined = it may be kept
 *   tooLongBy(text, max)     characters over the limit, counted as stored
 *   initial(name)            first letter as people see it, never half of one
 */
export type TextFault = 'invisible-only' | 'control-characters' | 'direction-marks'

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
/** Marks that turn the direction of the text after them: what is read is no longer what is stored. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u
const SEEN = /[^\p{Z}\p{C}\p{DI}\s\u2800]/u

export const stored = (text: string): string => text.replace(LINE_ENDS, '\n').trim()

/** `lines`: the field has several lines; in one line a line end is a control character. */
export function textFault(text: string, { lines }: { lines: boolean }): TextFault | undefined {
  const kept = stored(text)
  if (DIRECTION.test(kept)) return 'direction-marks'
  if (CONTROL.test(kept) || (!lines && kept.includes('\n')) || !isWellFormed(kept))
    return 'control-characters'
  return kept !== '' && !SEEN.test(kept) ? 'invisible-only' : undefined
}

/** Half of a pair of surrogates cannot be stored as UTF-8. */
const isWellFormed = (text: string): boolean => !/\p{Cs}/u.test(text)

export const tooLongBy = (text: string, max: number): number => Math.max(0, stored(text).length - max)

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** No letter with its marks is longer; looking further would take longer the more marks there are. */
const LONGEST_LETTER = 32

export function initial(name: string): string {
  const first = name.search(SEEN)
  if (first < 0) return ''
  const [letter] = graphemes.segment(name.slice(first, first + LONGEST_LETTER))
  return letter?.segment.toLocaleUpperCase('fr') ?? ''
}
