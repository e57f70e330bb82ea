import type { ClockUnit } from './types'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How a duration is written: 17 j · 1 j 20 h · 3 h · 1 h 18 · 43 min · under a minute · 3 working days. */
type Shape = 'd' | 'dh' | 'h' | 'hm' | 'm' | 's' | 'w'

/**
 * Values for a duration of ms named `name` in a message: nameShape, nameD, nameH, nameM.
 * Rounded down, so that nobody is promised a minute that is not there. From two days on, hours are noise.
 */
export function spell(name: string, ms: number, unit: ClockUnit = 'HOURS'): Record<string, string | number> {
  const size = Math.abs(ms)
  const days = Math.floor(size / DAY)
  const hours = Math.floor((size % DAY) / HOUR)
  const minutes = Math.floor((size % HOUR) / MINUTE)
  return {
    [`${name}Shape`]: unit === 'WORKING_DAYS' && days >= 1 ? 'w' : shapeOf(days, hours, minutes),
    [`${name}D`]: days,
    [`${name}H`]: hours,
    [`${name}M`]: days === 0 && hours > 0 ? String(minutes).padStart(2, '0') : minutes,
  }
}

/** A limit as the field says it: 24 h and 72 h rather than 1 j and 3 j, when the clock counts hours. */
export function spellLimit(ms: number, unit: ClockUnit): Record<string, string | number> {
  const inHours = unit === 'HOURS' && ms >= HOUR && ms <= 72 * HOUR && ms % HOUR === 0
  return inHours ? { limitShape: 'h', limitD: 0, limitH: ms / HOUR, limitM: 0 } : spell('limit', ms, unit)
}

function shapeOf(days: number, hours: number, minutes: number): Shape {
  if (days >= 2) return 'd'
  if (days === 1) return hours > 0 ? 'dh' : 'd'
  if (hours > 0) return minutes > 0 ? 'hm' : 'h'
  return minutes > 0 ? 'm' : 's'
}

/** A code as a message can select it: ICU ends a selector at the first hyphen. */
export const selector = (code: string): string => code.replaceAll('-', '_')
