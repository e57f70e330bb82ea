import type { CodeOf } from '@/lib/base/codes/lists'
import table from './closure.json'

/**
 * What follows a harm, a decline, a service not accessed; and how long a closed case is kept. PURE. The data are in
 * `closure.json`.
 *   harmPath(code) → who hears, within how many hours, from whom it is hidden, what is said
 *   afterDecline(code), afterNotAccessed(code) → next step, days, words
 *   retentionOf(closing) → class and the day of erasure (null = no day until a decision)
 */
export type Told = { fr: string; en: string; ar: string }
export type HarmPath = {
  code: string
  hears: string
  also: readonly string[]
  hours: number
  hidden_from: readonly string[]
  partner_reads: string
  stops?: string
  first_help: readonly string[]
  said: Told
}
export type NextStep = { code: string; next: string; due_days: number; text: Told }

const harms = table.harm as HarmPath[]
const declines = table.decline_next_steps as NextStep[]
const missed = table.not_accessed_next_steps as NextStep[]

const entry = <T extends { code: string }>(rows: readonly T[], code: string, what: string): T => {
  const found = rows.find((row) => row.code === code)
  if (!found) throw new RangeError(`${what}: no row for ${code}`)
  return found
}

export const harmPath = (code: CodeOf<'harm_category'>): HarmPath => entry(harms, code, 'harm')
export const afterDecline = (code: CodeOf<'referral_decline_reason'>): NextStep =>
  entry(declines, code, 'decline')
export const afterNotAccessed = (code: CodeOf<'not_accessed_reason'>): NextStep =>
  entry(missed, code, 'not accessed')

export type Closing = {
  closed: string
  birth?: string | undefined
  restricted?: boolean | undefined
  child_at_closure?: boolean | undefined
  procedure_open?: boolean | undefined
  refused_at_registration?: boolean | undefined
}
type Class = CodeOf<'retention_class'>

const YEARS: Record<Exclude<Class, 'LEGAL_HOLD'>, number> = {
  STANDARD: 2,
  RESTRICTED: 1,
  CHILD: 2,
  REFUSED: 0,
}
const KEPT_UNTIL_AGE = 20

/** The same day so many years later; 29 February becomes 1 March where the year has none. */
function yearsAfter(day: string, years: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCFullYear(at.getUTCFullYear() + years)
  return at.toISOString().slice(0, 10)
}

export function retentionOf(closing: Closing): { class: Class; eraseOn: string | null } {
  const applies: Record<Class, boolean> = {
    LEGAL_HOLD: closing.procedure_open === true,
    REFUSED: closing.refused_at_registration === true,
    CHILD: closing.child_at_closure === true,
    RESTRICTED: closing.restricted === true,
    STANDARD: true,
  }
  const found = (table.retention_order as Class[]).find((one) => applies[one]) ?? 'STANDARD'
  if (found === 'LEGAL_HOLD') return { class: found, eraseOn: null }
  const end = yearsAfter(closing.closed, YEARS[found])
  const grown = found === 'CHILD' && closing.birth ? yearsAfter(closing.birth, KEPT_UNTIL_AGE) : end
  return { class: found, eraseOn: grown > end ? grown : end }
}
