import { daysAfter, isoDayOf, startOfDay } from '@/lib/base/time/days'

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** So far back and ahead a calendar is turned, in days. */
const REACH = 800

/** The Monday of the week in which a day lies. ISO days. PURE. */
export function mondayOf(iso: string): string {
  const since = (startOfDay(iso).getUTCDay() + 6) % 7
  return isoDayOf(daysAfter(startOfDay(iso), -since))
}

export const plus = (iso: string, days: number): string => isoDayOf(daysAfter(startOfDay(iso), days))

/** The week that an address asks for, by any of its days; this week for none, for no day, and for one out of reach. PURE. */
export function weekAsked(asked: string | undefined, today: string): string {
  if (!asked || !DAY.test(asked) || Number.isNaN(Date.parse(asked))) return mondayOf(today)
  const away = Math.abs(Date.parse(asked) - Date.parse(today)) / 86_400_000
  return mondayOf(away > REACH ? today : asked)
}

export const daysOf = (monday: string): string[] => Array.from({ length: 7 }, (_, day) => plus(monday, day))

/** A day with more than this is cut to its first ones. */
const MOST = 8
const FIRST = 6

/** What of a day is shown at once, and what behind "so many more". PURE. */
export const cut = <T>(entries: readonly T[]): { shown: readonly T[]; more: readonly T[] } =>
  entries.length > MOST
    ? { shown: entries.slice(0, FIRST), more: entries.slice(FIRST) }
    : { shown: entries, more: [] }
