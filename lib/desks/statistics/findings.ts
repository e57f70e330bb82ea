import type { MessageKey } from '@/lib/base/i18n/dictionary'
import { type Count, sumOf } from './counts'

/** A finding as a sentence; `values` fill it. PURE. */
export type Finding = { key: MessageKey; values: Record<string, string | number> }

/** How this month's new people compare with the month before. None before, nothing to compare. */
export function courseOf(months: readonly { month: string; persons: number }[], month: string): Finding {
  const at = months.findIndex((row) => row.month === month)
  const now = months[at]?.persons ?? 0
  const before = months[at - 1]?.persons
  if (before === undefined || before === 0) return { key: 'statistics.finding.course-plain', values: {} }
  const values = { count: Math.abs(now - before), now, before: months[at - 1]?.month ?? '' }
  if (now === before) return { key: 'statistics.finding.same', values }
  return { key: now > before ? 'statistics.finding.more' : 'statistics.finding.fewer', values }
}

/** Women and girls among the new people. */
export function womenAmong(counts: readonly Count[]): Finding {
  const [women, all] = [sumOf(counts, { measure: 'NEW', sex: 'F' }), sumOf(counts, { measure: 'NEW' })]
  if (all === 0) return { key: 'statistics.finding.sex-plain', values: {} }
  const values = { women, all }
  if (women * 2 === all) return { key: 'statistics.finding.women-half', values }
  return { key: women * 2 > all ? 'statistics.finding.women-more' : 'statistics.finding.women-less', values }
}

/** The region with most new people, if one stands out. `region` is a code. */
export function mostIn(counts: readonly Count[], regions: readonly string[]): Finding {
  const sizes = regions.map((region) => ({ region, count: sumOf(counts, { measure: 'NEW', region }) }))
  const [first, second] = sizes.toSorted((a, b) => b.count - a.count)
  if (!first || first.count === 0 || first.count === second?.count)
    return { key: 'statistics.finding.region-plain', values: {} }
  const values = { region: first.region, count: first.count, all: sumOf(counts, { measure: 'NEW' }) }
  return { key: 'statistics.finding.region', values }
}
