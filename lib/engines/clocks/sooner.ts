import { isLate } from '@/lib/base/time/late'
import type { Clock } from './types'

/** A clock that ends at a stricter instant where one is given: one duty has one limit on every page, also once it is done. PURE. */
export function noLaterThan<K extends string>(clock: Clock<K>, limit: Date | null): Clock<K> {
  if (!limit || !clock.due || limit >= clock.due) return clock
  const less = clock.due.getTime() - limit.getTime()
  const whole = Math.max(1, clock.limit - less)
  const late = isLate(limit, clock.stoppedAt ?? clock.asOf)
  return {
    ...clock,
    due: limit,
    limit: whole,
    left: clock.left - less,
    ratio: clock.used / whole,
    breachedAt: late ? limit : null,
    state: late ? 'breached' : clock.state,
  }
}
