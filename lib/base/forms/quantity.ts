import { fold } from '../text/fold'

/**
 * Numbers as people type them. PURE.
 *   readWhole(text) → number | null (nothing typed) | undefined (no number)     1 200, ١٢, 3
 *   unusual(value, believable) → whether the page asks "is it so?" instead of refusing
 */
export type Believable = { from: number; to: number }

/** Spaces and apostrophes that group thousands. */
const GROUPING = /[\s']/g

/** Longer is no number, and is not looked into: folding takes its time. */
const LONGEST = 100

export function readWhole(text: string): number | null | undefined {
  if (text.length > LONGEST) return undefined
  const digits = fold(text).replace(GROUPING, '')
  if (digits === '') return null
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}

export const unusual = (value: number | null, { from, to }: Believable): boolean =>
  value !== null && (value < from || value > to)
