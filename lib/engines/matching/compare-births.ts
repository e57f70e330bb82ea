import type { Birth } from './person'

/**
 * `date`: one date; `dateNear`: one date but for a slip (day for month, one of the two misread, or the year beside
 * it); `year`: one year, and no second date to compare; `compatible`: beside it, within what the files admit;
 * `compatibleWide`: further apart, and still within it.
 */
export type BirthLevel =
  | 'date'
  | 'dateNear'
  | 'year'
  | 'oneOff'
  | 'compatible'
  | 'compatibleWide'
  | 'threeOff'
  | 'yearNotDate'
  | 'tenOff'
  | 'far'
  | 'missing'

type Dated = { year: number; month: number; day: number }

/** The date, if one is truly known: New Year's Day and Eve are how desks write a year. */
export function dateOf({ year, month, day, within }: Birth): Dated | undefined {
  if (month === undefined || day === undefined || (within ?? 0) > 0) return undefined
  const isYear = (month === 1 && day === 1) || (month === 12 && day === 31)
  return isYear ? undefined : { year, month, day }
}

function compareDates(a: Dated, b: Dated): 'date' | 'dateNear' | undefined {
  const [months, days] = [a.month === b.month, a.day === b.day]
  if (a.year === b.year) {
    if (months && days) return 'date'
    const exchanged = a.month === b.day && a.day === b.month
    return exchanged || months || days ? 'dateNear' : undefined
  }
  return months && days && Math.abs(a.year - b.year) <= 2 ? 'dateNear' : undefined
}

function compareYears(a: Birth, b: Birth): BirthLevel {
  const apart = Math.abs(a.year - b.year)
  const admitted = Math.max(a.within ?? 0, b.within ?? 0)
  if (admitted > 0 && apart <= admitted) return apart <= 1 ? 'compatible' : 'compatibleWide'
  const beyond = apart - admitted
  if (beyond === 0) return 'year'
  if (beyond === 1) return 'oneOff'
  if (beyond <= 3) return 'threeOff'
  return beyond <= 10 ? 'tenOff' : 'far'
}

/** Compares two births; years count only beyond what the two files themselves admit. */
export function compareBirths(a: Birth | undefined, b: Birth | undefined): BirthLevel {
  if (!a || !b) return 'missing'
  const [one, other] = [dateOf(a), dateOf(b)]
  const dates = one && other && compareDates(one, other)
  if (dates) return dates
  return one && other && a.year === b.year ? 'yearNotDate' : compareYears(a, b)
}
