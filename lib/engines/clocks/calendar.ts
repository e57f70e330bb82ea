import { ClockError } from './error'
import { isRecord, readDay } from './read'
import { openZone, type Zone } from './zone'

/** Settings of an office, as the database holds them. Days are `YYYY-MM-DD` of the office's own calendar. */
export type CalendarSettings = {
  /** IANA name, e.g. `Africa/Bamako`. */
  readonly timeZone: string
  /** ISO weekdays closed every week: 1 Monday … 7 Sunday. At least one day must stay open. */
  readonly closedWeekdays: readonly number[]
  readonly holidays: readonly string[]
  /**
   * Years whose holidays are entered, both included. Without it those from the first holiday to the last: a year nobody
   * entered is not a year without holidays.
   */
  readonly years?: { readonly from: number; readonly to: number }
  /** Exceptional closures, both days included. */
  readonly closures: readonly { readonly from: string; readonly to: string }[]
}

const LONGEST_CLOSURE = 366
const MOST_ENTRIES = 2_000

/** An office calendar, checked once; every clock takes it ready. Day numbers count local days since 1970-01-01. */
export class Calendar {
  readonly zone: Zone
  readonly #openWeekdays: readonly boolean[]
  readonly #openPerWeek: number
  readonly #years: { from: number; to: number } | null
  /** Sorted day numbers that are closed although their weekday is open. */
  readonly #extra: readonly number[]

  /** @throws ClockError naming `calendar.…` */
  constructor(settings: unknown) {
    if (!isRecord(settings)) throw new ClockError('calendar', 'WRONG_TYPE')
    this.zone = openZone(settings.timeZone)
    this.#openWeekdays = readWeekdays(settings.closedWeekdays)
    this.#openPerWeek = this.#openWeekdays.filter(Boolean).length
    const holidays = readHolidays(settings.holidays)
    this.#years = readYears(settings.years) ?? yearsOf(holidays)
    const closed = [...holidays, ...readClosures(settings.closures)]
    this.#extra = [...new Set(closed)].filter((day) => this.#openWeekdays[weekday(day)]).sort((a, b) => a - b)
  }

  /** Open days in [1970-01-01, day). */
  openDaysBefore(day: number): number {
    const weeks = Math.floor(day / 7)
    let open = weeks * this.#openPerWeek
    for (let each = weeks * 7; each < day; each++) if (this.#openWeekdays[weekday(each)]) open++
    return open - countBelow(this.#extra, day)
  }

  /** The first year of a stretch of days whose holidays nobody entered; null when all are known. */
  unknownYear(from: number, to: number): number | null {
    const [first, last] = [yearOf(from), yearOf(to)]
    if (!this.#years || first < this.#years.from || first > this.#years.to) return first
    return last > this.#years.to ? this.#years.to + 1 : null
  }

  isOpen(day: number): boolean {
    return this.openDaysBefore(day + 1) > this.openDaysBefore(day)
  }

  /** The day number of open day number `n`, counted from 0 at 1970-01-01. */
  openDay(n: number): number {
    let low = n
    let high = (n + this.#extra.length + 1) * 7
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (this.openDaysBefore(middle + 1) > n) high = middle
      else low = middle + 1
    }
    return low
  }
}

export const openCalendar = (settings: CalendarSettings): Calendar => new Calendar(settings)

const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear()

function yearsOf(holidays: readonly number[]): { from: number; to: number } | null {
  if (holidays.length === 0) return null
  return { from: yearOf(Math.min(...holidays)), to: yearOf(Math.max(...holidays)) }
}

function readYears(value: unknown): { from: number; to: number } | null {
  if (value === undefined) return null
  if (!isRecord(value)) throw new ClockError('calendar.years', 'WRONG_TYPE')
  const { from, to } = value
  if (typeof from !== 'number' || typeof to !== 'number') throw new ClockError('calendar.years', 'WRONG_TYPE')
  const isFine = Number.isInteger(from) && Number.isInteger(to) && from >= 1971 && to >= from && to < 2200
  if (!isFine) throw new ClockError('calendar.years', 'OUT_OF_RANGE')
  return { from, to }
}

/** 0 Monday … 6 Sunday; 1970-01-01 was a Thursday. */
const weekday = (day: number) => (((day + 3) % 7) + 7) % 7

function countBelow(sorted: readonly number[], day: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}

function readWeekdays(value: unknown): boolean[] {
  const open = [true, true, true, true, true, true, true]
  readList(value, 'calendar.closedWeekdays').forEach((day, i) => {
    const field = `calendar.closedWeekdays[${i}]`
    if (typeof day !== 'number') throw new ClockError(field, 'WRONG_TYPE')
    if (!Number.isInteger(day) || day < 1 || day > 7) throw new ClockError(field, 'OUT_OF_RANGE')
    open[day - 1] = false
  })
  if (!open.includes(true)) throw new ClockError('calendar.closedWeekdays', 'NEVER_OPEN')
  return open
}

const readHolidays = (value: unknown): number[] =>
  readList(value, 'calendar.holidays').map((day, i) => readDay(day, `calendar.holidays[${i}]`))

function readClosures(value: unknown): number[] {
  return readList(value, 'calendar.closures').flatMap((closure, i) => {
    const field = `calendar.closures[${i}]`
    if (!isRecord(closure)) throw new ClockError(field, 'WRONG_TYPE')
    const first = readDay(closure.from, `${field}.from`)
    const days = readDay(closure.to, `${field}.to`) - first + 1
    if (days < 1 || days > LONGEST_CLOSURE) throw new ClockError(`${field}.to`, 'OUT_OF_RANGE')
    return Array.from({ length: days }, (_, n) => first + n)
  })
}

function readList(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ClockError(field, 'WRONG_TYPE')
  if (value.length > MOST_ENTRIES) throw new ClockError(field, 'OUT_OF_RANGE')
  return Array.from(value)
}
