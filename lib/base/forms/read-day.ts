import { lookable } from '../text/fold'

/**
 * Days as people type them. PURE.
 *   readDay(text, { today, lean? }) → { iso, sayBack } | undefined
 *       30/6/2014 · 2014-06-30 · 30062014 · 300614 · 30/6 · 30/06/14 · 30 juin 2014 · June 30, 2014 · hier
 *       `sayBack`: something was added or guessed, the page says what was understood
 *   dayProblem(iso, { notBefore?, notAfter? }) → 'too-early' | 'too-late' | undefined
 * Without a year the nearest such day is meant, before today or, with `lean: 'future'`, after it.
 */
export type DayRead = { iso: string; sayBack: boolean }
type Reading = { today?: string | undefined; lean?: 'past' | 'future' | undefined }
export type DayBounds = { notBefore?: string | undefined; notAfter?: string | undefined }

/** Nobody alive was born before; years before are slips of the finger. */
export const EARLIEST_DAY = '1890-01-01'
export const LATEST_DAY = '2100-12-31'

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'sept', 'sep', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
]
const monthOf = (word: string): number => MONTHS.findIndex((names) => names.includes(word)) + 1

/** The day if there is one: 31 February is none. */
function isoOf(year: number, month: number, day: number): string | undefined {
  const iso = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-')
  const at = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(iso) ? undefined : iso
}

type Parts = { day: number; month: number; year: number | undefined; short: boolean }

const parts = (day: string, month: string | number, year?: string): Parts => ({
  day: Number(day),
  month: Number(month),
  year: year === undefined ? undefined : Number(year),
  short: year !== undefined && year.length < 4,
})

/** What the text may mean, likeliest first. */
function meanings(text: string): Parts[] {
  const ymd = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text)
  if (ymd) return [parts(ymd[3] ?? '', ymd[2] ?? '', ymd[1])]
  const dmy = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?$/.exec(text)
  if (dmy) return [parts(dmy[1] ?? '', dmy[2] ?? '', dmy[3])]
  const packed = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(text)
  if (packed) {
    const found = [parts(packed[1] ?? '', packed[2] ?? '', packed[3])]
    return text.length === 8 ? [...found, parts(text.slice(6), text.slice(4, 6), text.slice(0, 4))] : found
  }
  return named(text)
}

function named(text: string): Parts[] {
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th)?[ .-]*(?:of )?([a-z]+)\.?[ ,.-]*(\d{4}|\d{2})?$/.exec(text)
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:[ ,]+(\d{4}))?$/.exec(text)
  const [day, word, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = monthOf(word ?? '')
  return day && month > 0 ? [parts(day, month, year)] : []
}

/** The year that was meant: as written, of this century or the last, or the nearest one. */
function yearOf({ day, month, year, short }: Parts, { today, lean }: Reading): number | undefined {
  if (year !== undefined && !short) return year
  if (today === undefined) return undefined
  const now = Number(today.slice(0, 4))
  if (year !== undefined) {
    const near = now - (now % 100) + year
    return near > now + (lean === 'future' ? 10 : 0) ? near - 100 : near
  }
  const here = isoOf(now, month, day)
  if (lean === 'future') return here !== undefined && here < today ? now + 1 : now
  return here !== undefined && here > today ? now - 1 : now
}

/** A map, not an object: `constructor` is a word somebody may type. */
const RELATIVE: ReadonlyMap<string, number> = new Map([
  ["aujourd'hui", 0],
  ['today', 0],
  ['hier', -1],
  ['yesterday', -1],
  ['demain', 1],
  ['tomorrow', 1],
])

/** Day, month and a whole year: nothing was guessed. */
const AS_ASKED = /^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}$|^\d{4}-\d{1,2}-\d{1,2}$/

/** Longer is no day, and is not looked into: folding takes its time. */
const LONGEST = 100

export function readDay(typed: string, reading: Reading = {}): DayRead | undefined {
  if (typed.length > LONGEST) return undefined
  const text = lookable(typed).trim().replace(/\s+/g, ' ').replace(/[.,]$/, '')
  const relative = RELATIVE.get(text)
  if (relative !== undefined && reading.today !== undefined) {
    const at = new Date(`${reading.today}T00:00:00Z`)
    at.setUTCDate(at.getUTCDate() + relative)
    return { iso: at.toISOString().slice(0, 10), sayBack: true }
  }
  const days = meanings(text).flatMap((one) => {
    const year = yearOf(one, reading)
    const iso = year === undefined ? undefined : isoOf(year, one.month, one.day)
    return iso === undefined ? [] : [iso]
  })
  // Eight digits in a row may be either order; a believable year decides.
  const iso = days.find((one) => dayProblem(one) === undefined) ?? days[0]
  return iso === undefined ? undefined : { iso, sayBack: !AS_ASKED.test(text) }
}

export function dayProblem(
  iso: string,
  { notBefore = EARLIEST_DAY, notAfter = LATEST_DAY }: DayBounds = {},
): 'too-early' | 'too-late' | undefined {
  if (iso < notBefore) return 'too-early'
  return iso > notAfter ? 'too-late' : undefined
}
