import { withFound } from '@/lib/base/forms/find-code'
import type { FieldErrors, RawValues, ValuesOf } from '@/lib/base/forms/form'
import { daysAfter, dayText, isoDayOf } from '@/lib/base/time/days'
import type { directoryEntries } from '@/lib/platform/db/schema'
import type { capacityForm, entryForm } from './form'

type Answer = ValuesOf<(typeof capacityForm)['fields']>
type Facts = ValuesOf<(typeof entryForm)['fields']>
type Row = typeof directoryEntries.$inferSelect

/** Somebody who receives nobody for longer ends the service. */
const LONGEST_PAUSE_DAYS = 366

/** What stands against the day a pause ends. PURE. */
export function pauseProblem({ capacity, pausedUntil }: Answer, now: Date): FieldErrors {
  if (capacity !== 'PAUSED' || pausedUntil === '') return {}
  if (pausedUntil < isoDayOf(now)) return { pausedUntil: 'in-past' }
  return pausedUntil > isoDayOf(daysAfter(now, LONGEST_PAUSE_DAYS)) ? { pausedUntil: 'too-late' } : {}
}

/** The answer as it is kept: a number or day that belongs to another answer is none. PURE. */
export const answerColumns = ({ capacity, places, waitDays, pausedUntil }: Answer) => ({
  state: capacity,
  places: capacity === 'OPEN' ? places : null,
  waitDays: capacity === 'WAITING' ? waitDays : null,
  pausedUntil: capacity === 'PAUSED' && pausedUntil !== '' ? pausedUntil : null,
})

/** PURE. */
export const factColumns = ({ moreLanguage, languages, women, ...words }: Facts) => ({
  ...words,
  languages: withFound('language', languages, moreLanguage),
  womenOnStaff: women === 'UNKNOWN' ? null : women === 'YES',
})

type Said = Pick<Row, 'womenOnStaff' | 'eligibility' | 'place' | 'mail' | 'hours' | 'price' | 'note'> & {
  cercles: readonly string[]
  languages: readonly string[]
}
/** An entry's facts as its form shows them. PURE. */
export const factsShown = ({ womenOnStaff, cercles, languages, ...entry }: Said) =>
  ({
    eligibility: entry.eligibility,
    cercles: [...cercles],
    place: entry.place,
    mail: entry.mail,
    hours: entry.hours,
    price: entry.price,
    languages: [...languages],
    moreLanguage: '',
    women: womenOnStaff === null ? 'UNKNOWN' : womenOnStaff ? 'YES' : 'NO',
    note: entry.note,
  }) satisfies RawValues

type Answered = Pick<Row, 'places' | 'waitDays' | 'pausedUntil' | 'state'>
/** The last answer as the question shows it; a pause that was to end is asked about anew. PURE. */
export const answerShown = (
  { state, places, waitDays, pausedUntil }: Answered,
  over: boolean,
): Record<string, string | undefined> => ({
  capacity: over ? undefined : state,
  places: places === null ? undefined : String(places),
  waitDays: waitDays === null ? undefined : String(waitDays),
  pausedUntil: over || pausedUntil === null ? undefined : dayText(pausedUntil),
})
