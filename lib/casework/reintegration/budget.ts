import type { FieldErrors } from '@/lib/base/forms/form'
import { withLimit } from '@/lib/base/i18n/problem-words'
import { fieldOf, GRANT_LINES, type Lines, percentOf, shareOf, sumOf } from './lines'

/** What the settings say of a grant now: the shares of its lines in percent, its totals in XOF, how many quotes. */
export type Figures = Readonly<Record<string, number>>

/** A line above its share of the total. `most`: in percent. */
type Over = { line: (typeof GRANT_LINES)[number]; percent: number; most: number }

/** The lines that are more of the total than the settings allow. PURE. */
export function linesOver(lines: Lines, figures: Figures): Over[] {
  const total = sumOf(lines)
  return GRANT_LINES.flatMap((line) => {
    const [percent, most] = [percentOf(lines[line] ?? 0, total), figures[shareOf(line)] ?? 100]
    return percent > most ? [{ line, percent, most }] : []
  })
}

/** Whether the total lies outside of what is usual: said, and asked about only above `ask-above`. PURE. */
export const isUsual = (total: number, figures: Figures): boolean =>
  total >= (figures['grant.usual-min'] ?? 0) &&
  total <= (figures['grant.usual-max'] ?? Number.MAX_SAFE_INTEGER)

type Asked = {
  kind: string
  lines: Lines
  quotes: number
  quotesReason: string
  sure: boolean
}

/**
 * What keeps a grant from being asked for: nothing in it, a line above its share, fewer quotes than wanted without a
 * reason, an unbelievable total that nobody looked at again. Error codes by field of the form. PURE.
 */
export function askErrors({ kind, lines, quotes, quotesReason, sure }: Asked, figures: Figures): FieldErrors {
  const total = sumOf(lines)
  const wanted = figures['grant.quotes'] ?? 0
  const above = figures['grant.ask-above'] ?? Number.MAX_SAFE_INTEGER
  const errors: FieldErrors = {}
  if (kind === '') errors.grantKind = 'required'
  if (total === 0) errors[fieldOf(GRANT_LINES[0])] = 'nothing'
  for (const { line, most } of linesOver(lines, figures))
    errors[fieldOf(line)] = withLimit('over-share', most)
  if (total >= (figures['grant.quotes-from'] ?? 0) && quotes < wanted && quotesReason === '')
    errors.quotesReason = withLimit('too-few', wanted)
  if (total > above && !sure) errors.sure = withLimit('unusual', above)
  return errors
}
