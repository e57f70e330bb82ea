/**
 * How old somebody is on a day. PURE. The one place that knows.
 *   ageOn(birth, day) → exact | either of two ages | unknown        `day` is YYYY-MM-DD
 *   isChildOn(birth, day, adultFrom) → YES | NO | MAYBE (treat MAYBE as a child: `isChildSafely`)
 *   bornOn(birth) → the day as far as it is known, or the year alone
 *   agesDisagree(birth, statedAge, day) → an error, never silence
 * A full birth date gives one age. An age that was stated, or read from a paper, on a day is that age on that day and one of
 * two afterwards. Where only the year is known there are two, except on its last day. A birth on
 * 1 January or 31 December that nobody read from a paper is a year: that is how years are written down.
 */
export type Birth = {
  /** `YYYY-MM-DD` */
  date?: string | null | undefined
  year?: number | null | undefined
  /** Where the birth is known from (code list `age_basis`); only a document makes 1 January a day. */
  basis?: string | null | undefined
  /** The age that was said, and the day on which (`YYYY-MM-DD`). An estimate bounds nothing. */
  said?: SaidAge | null | undefined
}
export type SaidAge = { years: number; on: string }

/** Bases on which an age that was said is the age. */
const SAYS: readonly string[] = ['STATED', 'DOC']
export type Age =
  | { kind: 'exact'; years: number }
  | { kind: 'either'; from: number; to: number }
  | { kind: 'unknown' }

const UNKNOWN: Age = { kind: 'unknown' }
const YEAR_WRITTEN_AS_DAY = /-(01-01|12-31)$/

/** The day if one is known, else the year; null where neither is. */
export function bornOn({ date, year, basis }: Birth): { date: string } | { year: number } | null {
  if (date && !(YEAR_WRITTEN_AS_DAY.test(date) && basis !== 'DOC')) return { date }
  if (date) return { year: Number(date.slice(0, 4)) }
  return year === null || year === undefined ? null : { year }
}

export function ageOn(birth: Birth, day: string): Age {
  const born = bornOn(birth)
  if (born === null) return UNKNOWN
  const year = Number(day.slice(0, 4))
  if ('date' in born) {
    const before = day.slice(5, 10) < born.date.slice(5, 10) ? 1 : 0
    const years = year - Number(born.date.slice(0, 4)) - before
    return Number.isNaN(years) || years < 0 ? UNKNOWN : { kind: 'exact', years }
  }
  const { said, basis } = birth
  if (said && SAYS.includes(basis ?? '') && said.on <= day) return since(said, day)
  const to = year - born.year
  if (Number.isNaN(to) || to < 0) return UNKNOWN
  if (to === 0 || day.slice(5, 10) === '12-31') return { kind: 'exact', years: to }
  return { kind: 'either', from: to - 1, to }
}

/** Whoever was so old that day has had as many birthdays as years passed, and one more since the last such day perhaps. */
function since({ years, on }: SaidAge, day: string): Age {
  const [then, now] = [on.slice(5, 10), day.slice(5, 10)]
  const passed = Number(day.slice(0, 4)) - Number(on.slice(0, 4)) - (now < then ? 1 : 0)
  const from = years + passed
  return now === then ? { kind: 'exact', years: from } : { kind: 'either', from, to: from + 1 }
}

export type ChildAnswer = 'YES' | 'NO' | 'MAYBE' | 'UNKNOWN'

export function isChildOn(birth: Birth, day: string, adultFrom: number): ChildAnswer {
  const age = ageOn(birth, day)
  if (age.kind === 'unknown') return 'UNKNOWN'
  if (age.kind === 'exact') return age.years < adultFrom ? 'YES' : 'NO'
  if (age.to < adultFrom) return 'YES'
  return age.from < adultFrom ? 'MAYBE' : 'NO'
}

/** Doubt is on the child's side. Where nothing is known, nothing is said: ask. */
export const isChildSafely = (birth: Birth, day: string, adultFrom: number): boolean =>
  ['YES', 'MAYBE'].includes(isChildOn(birth, day, adultFrom))

/** The lower of two ages, for bands and limits that protect the younger; null where nothing is known. */
export function youngestOn(birth: Birth, day: string): number | null {
  const age = ageOn(birth, day)
  return age.kind === 'unknown' ? null : age.kind === 'exact' ? age.years : age.from
}

/** Facts for the decision tables: an exact age, or that it may be under age. */
export function ageFacts(
  birth: Birth,
  day: string,
  adultFrom: number,
): { age?: number; maybe_child?: 'YES' } {
  const age = ageOn(birth, day)
  if (age.kind === 'exact') return { age: age.years }
  if (age.kind === 'unknown') return {}
  if (age.to < adultFrom || age.from >= adultFrom) return { age: age.from }
  return { maybe_child: 'YES' }
}

/** Whether an age that was said cannot be that of this birth; both were typed, so the form must ask which is right. */
export function agesDisagree(birth: Birth, stated: number | null, day: string): boolean {
  const age = ageOn(birth, day)
  if (stated === null || age.kind === 'unknown') return false
  return age.kind === 'exact' ? stated !== age.years : stated !== age.from && stated !== age.to
}
