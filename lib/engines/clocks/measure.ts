import { isLate } from '@/lib/base/time/late'
import type { Calendar } from './calendar'
import type { Count } from './count'
import type { Run } from './runs'
import { stepsOf } from './steps'
import type { Clock, ClockState } from './types'
import { toWall } from './wall'

/** A run read at an instant: what is used, what is left, when it is due. All arithmetic is whole milliseconds. */
export function measure<K extends string>(
  kind: K,
  run: Run,
  { count, now, calendar }: { count: Count; now: number; calendar: Calendar },
): Clock<K> {
  const { rule } = run
  const due = reached(run, count, rule.limit)
  const used = usedBy(run, count, now)
  const late = due !== null && isLate(due, run.stoppedAt ?? now)
  const pausedSince = run.stoppedAt === null ? (run.stretches.at(-1)?.end ?? null) : null
  return {
    kind,
    state: stateOf(run, late, pausedSince !== null),
    unit: rule.unit,
    startedAt: new Date(run.startedAt),
    stoppedAt: dateOrNull(run.stoppedAt),
    outcome: run.outcome,
    due: dateOrNull(due),
    warnings: rule.warnAt.map((share) => ({
      share,
      at: dateOrNull(reached(run, count, Math.round(share * rule.limit))),
    })),
    breachedAt: late ? dateOrNull(due) : null,
    pausedSince: dateOrNull(pausedSince),
    limit: rule.limit,
    used,
    left: rule.limit - used,
    ratio: used / rule.limit,
    holidaysUnknownIn: unknownYear(run, calendar, Math.max(due ?? 0, run.stoppedAt ?? now)),
    asOf: new Date(now),
    steps: stepsOf(run),
  }
}

/** Only working days look at holidays. */
function unknownYear({ rule, startedAt }: Run, calendar: Calendar, until: number): number | null {
  if (rule.unit !== 'WORKING_DAYS') return null
  const dayOf = (instant: number) => Math.floor(toWall(calendar.zone, instant) / 86_400_000)
  return calendar.unknownYear(dayOf(startedAt), dayOf(until))
}

function stateOf(run: Run, late: boolean, paused: boolean): ClockState {
  if (late) return 'breached'
  if (run.outcome === 'MET') return 'met'
  if (run.outcome) return 'stopped'
  return paused ? 'paused' : 'running'
}

function usedBy(run: Run, count: Count, now: number): number {
  return run.stretches.reduce((sum, { start, end }) => sum + count.at(end ?? now) - count.at(start), 0)
}

/** First instant at which `target` is used up; of a clock that was answered early, when it would have been. */
function reached(run: Run, count: Count, target: number): number | null {
  let used = 0
  for (const [i, { start, end }] of run.stretches.entries()) {
    const from = count.at(start)
    // A pause that begins in the very last instant does not save or condemn: the next stretch decides.
    const last = i === run.stretches.length - 1
    const runsOn = end === null || (last && run.outcome !== null && end === run.stoppedAt)
    if (runsOn || used + count.at(end) - from > target)
      return Math.max(start, count.reach(from + target - used))
    used += count.at(end) - from
  }
  return null
}

const dateOrNull = (instant: number | null): Date | null => (instant === null ? null : new Date(instant))
