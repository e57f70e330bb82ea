import { ClockError } from './error'

const DAY = 86_400_000
const CACHED_DAYS = 5_000

/** Offsets of an IANA zone: milliseconds to add to an instant to read the local wall time. */
export type Zone = {
  readonly name: string
  offsetAt(instant: number): number
}

export function openZone(name: unknown): Zone {
  const format = formatFor(name)
  const days = new Map<number, number | null>()
  const ask = (instant: number) => parseOffset(format.format(instant))

  // One question to Intl costs more than the whole rest of a clock, so a day without change is asked once.
  const wholeDay = (day: number): number | null => {
    const known = days.get(day)
    if (known !== undefined) return known
    if (days.size >= CACHED_DAYS) days.clear()
    const first = ask(day * DAY)
    const answer = first === ask((day + 1) * DAY) ? first : null
    days.set(day, answer)
    return answer
  }
  return {
    name: format.resolvedOptions().timeZone,
    offsetAt: (instant) => wholeDay(Math.floor(instant / DAY)) ?? ask(instant),
  }
}

function formatFor(name: unknown): Intl.DateTimeFormat {
  if (typeof name !== 'string') throw new ClockError('calendar.timeZone', 'WRONG_TYPE')
  // Bare offsets are accepted by Intl but are not zones: they would hide a change of law.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name)) throw new ClockError('calendar.timeZone', 'UNKNOWN_ZONE')
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  } catch {
    throw new ClockError('calendar.timeZone', 'UNKNOWN_ZONE')
  }
}

function parseOffset(text: string): number {
  const found = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(text)
  if (!found) return 0
  const [, sign, hours, minutes, seconds] = found
  const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1_000
  return sign === '-' ? -size : size
}

/** Last instant in (low, high] at which the offset becomes the one of `high`; low and high must differ in offset. */
export function changeBetween(zone: Zone, low: number, high: number): number {
  const after = zone.offsetAt(high)
  let before = low
  let since = high
  while (since - before > 1) {
    const middle = Math.floor((before + since) / 2)
    if (zone.offsetAt(middle) === after) since = middle
    else before = middle
  }
  return since
}
