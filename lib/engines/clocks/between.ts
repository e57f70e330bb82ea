import { isLate } from '@/lib/base/time/late'
import type { Clock } from './types'

/**
 * The clock of a list row that keeps only when it started and when it is due: words and bar without the history. Not for
 * decisions: pauses in between are already part of `due`. PURE.
 */
export function between(kind: string, span: { since: Date; due: Date }, now: Date): Clock {
  const limit = Math.max(1, span.due.getTime() - span.since.getTime())
  const used = Math.max(0, now.getTime() - span.since.getTime())
  const late = isLate(span.due, now)
  return {
    kind,
    state: late ? 'breached' : 'running',
    unit: 'HOURS',
    startedAt: span.since,
    stoppedAt: null,
    outcome: null,
    due: span.due,
    warnings: [{ share: 0.8, at: new Date(span.since.getTime() + limit * 0.8) }],
    breachedAt: late ? span.due : null,
    pausedSince: null,
    limit,
    used,
    left: limit - used,
    ratio: used / limit,
    asOf: now,
    holidaysUnknownIn: null,
    steps: [],
  }
}
