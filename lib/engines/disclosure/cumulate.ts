import { finish, withheld } from './finish'
import { viewOf } from './knowledge'
import { monthName, spanOf } from './periods'
import { recompute } from './recompute'
import { addFrozen, cellsOf, countsOf, lateRecords, OPENING, type Setting, withLate } from './render'
import type { Count, LedgerEntry, Released, Withheld } from './types'

/**
 * People since the start = people before the first month of the ledger (the opening figure, protected once
 * like a table of its own, and given out as one) + the months since. Only sums of figures the audience has are
 * shown, rounded down, so that no number of cumulative tables tells more than the opening and the months.
 */
export function cumulate(
  setting: Setting,
  fresh: (setting: Setting) => Released | Withheld,
): Released | Withheld {
  const { request, ledger } = setting
  if (request.kind === 'UNIQUE') return withheld('ONE_GRAIN_ONLY', request)
  const months = monthsUpTo(setting)
  if (!months) return withheld('PART_NOT_RELEASED', request)
  const counts = openingCounts(setting, months)
  if (!counts) return withheld('DIFFERS_FROM_LINKED_TABLE', request)
  const view = viewOf(ledger, request.rules, request.audience)
  const known = view.entry(request.table, OPENING)
  const own = known?.audience === request.audience ? known : undefined
  const opened = own
    ? null
    : fresh({ ...setting, request: { ...request, period: OPENING, cumulative: false, counts } })
  if (opened?.outcome === 'WITHHELD') return opened
  const opening = own ?? opened?.entries[0]
  if (!opening) return withheld('PART_NOT_RELEASED', request)
  const way = [opening, ...months]
  const base = addFrozen(way)
  const found = recompute(setting, { ways: [way, [opening, ...longest(setting, months)]], base })
  if (!found) return withheld('NO_SAFE_LEVEL', request)
  const released = finish(setting, { ...found, base, note: 'RECOMPUTED_FROM_PARTS' })
  if (released.outcome === 'WITHHELD') return released
  const entries = own ? released.entries : [opening, ...released.entries]
  return withLate({ ...released, opening: cellsOf(opening, 1), entries }, lateRecords(request, base))
}

/** The audience's months from the first of the ledger to this one; null when one is missing. */
function monthsUpTo({ request, ledger }: Setting): LedgerEntry[] | null {
  const until = spanOf(request.period)
  const starts = ledger
    .filter((entry) => entry.table === request.table && !entry.cumulative)
    .map((entry) => spanOf(entry.period))
    .flatMap((span) => (span && span.from === span.to ? [span.from] : []))
  if (!until || starts.length === 0) return null
  const view = viewOf(ledger, request.rules, request.audience)
  const from = Math.min(...starts)
  const months = Array.from({ length: until.to - from + 1 }, (_, i) =>
    view.entry(request.table, monthName(from + i)),
  )
  const found = months.filter((entry): entry is LedgerEntry => entry !== undefined)
  return found.length === months.length && found.length > 0 ? found : null
}

/** The same stretch in as few tables as possible: years and quarters are often shown more finely. */
function longest({ request, ledger }: Setting, months: LedgerEntry[]): LedgerEntry[] {
  const view = viewOf(ledger, request.rules, request.audience)
  const spans = months.map((entry) => spanOf(entry.period)?.from ?? 0)
  const [first = 0, last = 0] = [Math.min(...spans), Math.max(...spans)]
  const found: LedgerEntry[] = []
  for (let m = first; m <= last; ) {
    const names = [
      String(Math.floor(m / 12)),
      `${Math.floor(m / 12)}-Q${Math.floor((m % 12) / 3) + 1}`,
      monthName(m),
    ]
    const starts = names.map((name) => spanOf(name)).map((s) => s !== null && s.from === m && s.to <= last)
    const entry = names
      .map((name, i) => (starts[i] ? view.entry(request.table, name) : undefined))
      .find((e) => e)
    if (!entry) return months
    found.push(entry)
    m = (spanOf(entry.period)?.to ?? m) + 1
  }
  return found
}

/** What is left when the months are taken off; null if that is less than nothing somewhere. */
function openingCounts({ request, ledger }: Setting, months: LedgerEntry[]): Count[] | null {
  const frozen = ledger.find((entry) => entry.table === request.table && entry.period === OPENING)?.frozen
  const left = frozen ? new Map(frozen) : countsOf(request)
  if (!frozen) for (const [key, count] of addFrozen(months)) left.set(key, (left.get(key) ?? 0) - count)
  const counts = [...left].map(([key, count]) => ({ at: key.split('|'), count }))
  return counts.every(({ count }) => count >= 0) ? counts : null
}
