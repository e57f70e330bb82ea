import { isCode } from '@/lib/base/codes/codes'
import { isKind, kindOf } from '@/lib/casework/assistance/kinds'
import { type Month, monthOfDay, parseMonth } from '@/lib/desks/statistics/months'
import { one, type Query } from '@/lib/platform/gate/query'

/** What the list of help is narrowed to. Always one month; the others when asked. */
export type HelpFilter = {
  month: Month
  kind?: string | undefined
  service?: string | undefined
  donor?: string | undefined
  project?: string | undefined
  office?: string | undefined
}
export const parts = ['kind', 'service', 'donor', 'project', 'office'] as const
export type Part = (typeof parts)[number]

const WORD = /^[A-Z][A-Z0-9_]{0,59}$/
const word = (text: string | undefined) => (text && WORD.test(text) ? text : undefined)

/** The filter behind a page's query; what makes no sense is left out, also a month that has not begun. PURE. */
export function readHelpFilter(query: Query, today: string): HelpFilter {
  const now = monthOfDay(today)
  const asked = parseMonth(one(query, 'month') ?? now)
  const month = asked && asked.code <= now ? asked : parseMonth(now)
  if (!month) throw new Error('today is in no month')
  const service = one(query, 'service')
  const donor = one(query, 'donor')
  const kind = one(query, 'kind')
  const known = isCode('service_type', service) ? service : undefined
  return {
    month,
    // A service stands in one kind: its own is the only one that makes sense.
    kind: known ? kindOf(known) : isKind(kind) ? kind : undefined,
    service: known,
    donor: isCode('donor', donor) ? donor : undefined,
    project: word(one(query, 'project')),
    office: word(one(query, 'office')),
  }
}

/** The list's address for a filter. PURE. */
export function helpHref({ month, ...rest }: HelpFilter, after?: string): string {
  const pairs = Object.entries({ month: month.code, ...rest, after }).filter(([, value]) => value)
  return `/assistance?${new URLSearchParams(pairs as [string, string][])}`
}

/** Without one part, and what hangs on it: a service goes with its kind. PURE. */
export const withoutPart = (filter: HelpFilter, part: Part): HelpFilter => ({
  ...filter,
  [part]: undefined,
  ...(part === 'kind' && { service: undefined }),
})

const MONTHS_BACK = 24

/** The months that may be asked for, newest first, as codes. PURE. */
export function monthsUntil(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: MONTHS_BACK }, (_, back) => {
    const at = year * 12 + (month - 1) - back
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
