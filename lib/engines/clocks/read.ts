import { ClockError } from './error'
import type { ClockEvent, ClockRule, ClockUnit } from './types'

const UNITS: Readonly<Record<ClockUnit, number>> = {
  HOURS: 3_600_000,
  DAYS: 86_400_000,
  WORKING_DAYS: 86_400_000,
}
/** Times before or after are typing errors; zones had odd offsets before 1970. */
const EARLIEST = Date.UTC(1971, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)
const LONGEST = 3_660 * 86_400_000
const MOST_EVENTS = 10_000
const VERB = /^[a-z][a-z0-9-]{0,59}$/
const STATE = /^[A-Z][A-Z0-9_]{0,59}$/

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Milliseconds since 1970 of a Date from 1971 to 2199. */
export function readInstant(value: unknown, field: string): number {
  if (!(value instanceof Date)) throw new ClockError(field, value === undefined ? 'MISSING' : 'WRONG_TYPE')
  const instant = value.getTime()
  if (Number.isNaN(instant)) throw new ClockError(field, 'IMPOSSIBLE_DATE')
  if (instant < EARLIEST || instant >= LATEST) throw new ClockError(field, 'OUT_OF_RANGE')
  return instant
}

/** Day number since 1970-01-01 of a written day; 30 February is refused. */
export function readDay(value: unknown, field: string): number {
  if (typeof value !== 'string') throw new ClockError(field, 'WRONG_TYPE')
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  if (!found) throw new ClockError(field, 'IMPOSSIBLE_DATE')
  const instant = Date.parse(`${value}T00:00:00Z`)
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== value)
    throw new ClockError(field, 'IMPOSSIBLE_DATE')
  if (instant < EARLIEST || instant >= LATEST) throw new ClockError(field, 'OUT_OF_RANGE')
  return instant / 86_400_000
}

export type ReadEvent = { verb: string; at: number; from: string | null; to: string | null }

/** Events checked and in order of time; of the same instant, by `seq`, then as given. */
export function readEvents(events: readonly ClockEvent[]): ReadEvent[] {
  const given: unknown = events
  if (!Array.isArray(given)) throw new ClockError('events', 'WRONG_TYPE')
  if (given.length > MOST_EVENTS) throw new ClockError('events', 'OUT_OF_RANGE')
  return Array.from(given, readEvent)
    .sort((a, b) => a.at - b.at || a.seq - b.seq || a.index - b.index)
    .map(({ verb, at, from, to }) => ({ verb, at, from, to }))
}

function readEvent(event: unknown, index: number) {
  const field = `events[${index}]`
  if (!isRecord(event)) throw new ClockError(field, 'WRONG_TYPE')
  const verb = readCode(event.verb, `${field}.verb`, VERB)
  const seq = event.seq ?? 0
  if (typeof seq !== 'number' || !Number.isFinite(seq)) throw new ClockError(`${field}.seq`, 'WRONG_TYPE')
  const at = readInstant(event.at, `${field}.at`)
  if (verb === 'rebase') readReason(event.reason, `${field}.reason`)
  return {
    verb,
    at,
    seq,
    index,
    from: readState(event.from, `${field}.from`),
    to: readState(event.to, `${field}.to`),
  }
}

const readState = (value: unknown, field: string): string | null =>
  value === undefined || value === null ? null : readCode(value, field, STATE)

function readCode(value: unknown, field: string, shape: RegExp): string {
  if (value === undefined) throw new ClockError(field, 'MISSING')
  if (typeof value !== 'string') throw new ClockError(field, 'WRONG_TYPE')
  if (!shape.test(value)) throw new ClockError(field, 'UNKNOWN_CODE')
  return value
}

function readReason(value: unknown, field: string): void {
  if (value === undefined || value === null) throw new ClockError(field, 'MISSING')
  if (typeof value !== 'string') throw new ClockError(field, 'WRONG_TYPE')
  if (value.trim() === '') throw new ClockError(field, 'MISSING')
  if (value.length > 2_000 || /\p{Surrogate}/u.test(value)) throw new ClockError(field, 'OUT_OF_RANGE')
}

export type ReadRule = {
  limit: number
  unit: ClockUnit
  warnAt: readonly number[]
  pauseIn: readonly string[]
}

/** A rule with its limit in milliseconds of counted time (a working day counts 24 h). */
export function readRule(rule: unknown, field: string): ReadRule {
  if (!isRecord(rule)) throw new ClockError(field, rule === undefined ? 'MISSING' : 'WRONG_TYPE')
  const unit = readUnit(rule.unit, `${field}.unit`)
  if (typeof rule.limit !== 'number') throw new ClockError(`${field}.limit`, 'WRONG_TYPE')
  const limit = Math.round(rule.limit * UNITS[unit])
  if (!(limit > 0 && limit <= LONGEST)) throw new ClockError(`${field}.limit`, 'OUT_OF_RANGE')
  return {
    limit,
    unit,
    warnAt: readShares(rule.warnAt, `${field}.warnAt`),
    pauseIn: readStates(rule.pauseIn, field),
  }
}

function readUnit(value: unknown, field: string): ClockUnit {
  if (value === 'HOURS' || value === 'DAYS' || value === 'WORKING_DAYS') return value
  throw new ClockError(field, typeof value === 'string' ? 'UNKNOWN_CODE' : 'WRONG_TYPE')
}

function readShares(value: unknown, field: string): number[] {
  if (!Array.isArray(value)) throw new ClockError(field, 'WRONG_TYPE')
  let last = 0
  return Array.from(value, (share: unknown, i) => {
    if (typeof share !== 'number') throw new ClockError(`${field}[${i}]`, 'WRONG_TYPE')
    if (!(share > last && share < 1)) throw new ClockError(`${field}[${i}]`, 'OUT_OF_RANGE')
    last = share
    return share
  })
}

function readStates(value: unknown, field: string): string[] {
  if (!Array.isArray(value)) throw new ClockError(`${field}.pauseIn`, 'WRONG_TYPE')
  return Array.from(value, (state: unknown, i) => readCode(state, `${field}.pauseIn[${i}]`, STATE))
}

/** For settings screens: the rule as it may be stored, or ClockError naming `rule.…`. */
export function checkRule(rule: unknown): asserts rule is ClockRule {
  readRule(rule, 'rule')
}
