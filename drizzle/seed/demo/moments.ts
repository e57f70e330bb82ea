import type { Day, Moment } from './records'

/** The demo opens on Monday 30 June 2014 at nine in the morning, Bamako time (UTC all year). */
export const NOW: Moment = '2014-06-30T09:00:00Z'
export const PROGRAMME_START: Day = '2013-04-02'
export const QUARTER: { from: Day; to: Day } = { from: '2014-04-01', to: '2014-06-30' }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const read = (moment: Moment) => Date.parse(moment)
const write = (ms: number): Moment => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** A day at a clock time, `hh:mm`. */
export const at = (day: Day, time: string): Moment => `${day}T${time}:00Z`
export const dayOf = (moment: Moment): Day => moment.slice(0, 10)
export const plusMinutes = (moment: Moment, minutes: number): Moment => write(read(moment) + minutes * MINUTE)
export const plusHours = (moment: Moment, hours: number): Moment =>
  plusMinutes(moment, Math.round(hours * 60))
export const plusDays = (day: Day, days: number): Day =>
  new Date(read(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** 0 is Sunday, 6 is Saturday. */
const weekday = (day: Day): number => new Date(read(`${day}T00:00:00Z`)).getUTCDay()

/** The day itself, or the Monday after a weekend. */
export function workday(day: Day): Day {
  const number = weekday(day)
  return number === 6 ? plusDays(day, 2) : number === 0 ? plusDays(day, 1) : day
}

/** The working day before. */
export function workdayBefore(day: Day): Day {
  const before = plusDays(day, -1)
  return workday(before) === before ? before : workdayBefore(before)
}

/** The moment itself within office hours (07:30 to 16:30, Monday to Friday), else the next opening. */
export function inOfficeHours(moment: Moment): Moment {
  const day = dayOf(moment)
  const time = moment.slice(11, 16)
  if (workday(day) !== day) return at(workday(day), `07:${time.slice(3) < '30' ? '45' : time.slice(3)}`)
  if (time < '07:30') return at(day, '07:40')
  return time > '16:30' ? at(workday(plusDays(day, 1)), `08:${time.slice(3)}`) : moment
}
