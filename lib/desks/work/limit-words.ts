import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import { spellLimit } from '@/lib/engines/clocks/spell'
import type { ClockRule } from '@/lib/engines/clocks/types'
import type { Setting } from '@/lib/platform/settings/defaults'

/** Limits in words, and the instants that they lead to. PURE. All instants are casework time. */
export type Words = { t: Translate; locale: Locale }

export const HOUR = 3_600_000
export const MS = { HOURS: HOUR, DAYS: 24 * HOUR, YEARS: 365 * 24 * HOUR } as const
/** A limit in ms; what is no time has none. */
export const msOf = ({ value, unit }: Setting): number =>
  unit in MS ? value * MS[unit as keyof typeof MS] : 0
export const hours = (value: number): Setting => ({ value, unit: 'HOURS' })
export const days = (value: number): Setting => ({ value, unit: 'DAYS' })

/** "48 h", "14 j". */
export const limitWords = ({ value, unit }: Setting, { t }: Words): string =>
  t('clocks.limit', spellLimit(msOf({ value, unit }), unit === 'HOURS' ? 'HOURS' : 'DAYS'))

/** Two instants that are one: what was written in one moment, and what was counted from it. */
export const SAME_MS = 60_000
export const same = (a: Date, b: Date): boolean => Math.abs(a.getTime() - b.getTime()) <= SAME_MS
export const before = (due: Date, limit: Setting): Date => new Date(due.getTime() - msOf(limit))

/** A limit from the rules that the settings make. */
export const ruleLimit = ({ limit, unit }: Pick<ClockRule, 'limit' | 'unit'>): Setting => ({
  value: limit,
  unit: unit === 'HOURS' ? 'HOURS' : 'DAYS',
})
