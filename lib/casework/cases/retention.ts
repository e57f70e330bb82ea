import type { CodeOf } from '@/lib/base/codes/lists'
import { type Birth, bornOn, isChildSafely } from '@/lib/base/time/age-on'
import { daysAfter, isoDayOf, startOfDay } from '@/lib/base/time/days'
import { closureReason } from './closure-book'
import table from './closure-rules.json'

export type RetentionClass = CodeOf<'retention_class'>
/** What the class depends on; `birth` is the latest day the person can have been born on. */
export type RetentionFacts = {
  closed: string
  birth?: string | null
  withdrawn?: boolean
  restricted?: boolean
  child_at_closure?: boolean
  procedure_open?: boolean
  refused_at_registration?: boolean
}
/** How long, in years but for what was withdrawn; `untilAge`: a child's file is kept until then. */
export type RetentionSpans = {
  STANDARD: number
  RESTRICTED: number
  CHILD: number
  untilAge: number
  withdrawnDays: number
}
export type Retention = { class: RetentionClass; eraseOn: string | null }

const RULES = table.retention as { class: RetentionClass; when: Partial<RetentionFacts> }[]

/** The same day so many years later; 29 February becomes the last of the month. PURE. */
function yearsAfter(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years)
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  return day.endsWith('-02-29') && !leap ? `${year}-02-28` : `${year}${day.slice(4)}`
}

const daysLater = (day: string, days: number): string => isoDayOf(daysAfter(startOfDay(day), days))

/** The first class that applies, in the order of the rules, and the day on which the identity is erased. PURE. */
export function retentionOf(facts: RetentionFacts, spans: RetentionSpans): Retention {
  const rule = RULES.find(({ when }) =>
    Object.entries(when).every(([fact, value]) => facts[fact as keyof RetentionFacts] === value),
  )
  const found = rule?.class ?? 'STANDARD'
  if (found === 'LEGAL_HOLD') return { class: found, eraseOn: null }
  if (found === 'REFUSED') return { class: found, eraseOn: facts.closed }
  if (found === 'WITHDRAWN') return { class: found, eraseOn: daysLater(facts.closed, spans.withdrawnDays) }
  const end = yearsAfter(facts.closed, spans[found])
  const grown = found === 'CHILD' && facts.birth ? yearsAfter(facts.birth, spans.untilAge) : end
  return { class: found, eraseOn: grown > end ? grown : end }
}

/** The latest day somebody can have been born on: the day itself, or the last of the year where only that is known. PURE. */
function bornBy(birth: Birth): string | null {
  const born = bornOn(birth)
  if (born === null) return null
  return 'date' in born ? born.date : `${born.year}-12-31`
}

type Closing = { closed: string; reason: string | null; restricted: boolean; birth: Birth; adultFrom: number }

/** The facts of a case that closes on this day. Doubt about an age is on the child's side. PURE. */
export function retentionFacts({ closed, reason, restricted, birth, adultFrom }: Closing): RetentionFacts {
  if (reason === 'CONSENT_WITHDRAWN') return { closed, withdrawn: true }
  // Who died is no child that grows up, and nobody is sought under a restricted name.
  if (closureReason(reason ?? '')?.retention === 'STANDARD') return { closed }
  const child = isChildSafely(birth, closed, adultFrom)
  return {
    closed,
    birth: bornBy(birth),
    ...(child && { child_at_closure: true }),
    ...(restricted && { restricted: true }),
  }
}
