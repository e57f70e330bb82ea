import { referralClocks } from '@/lib/engines/clocks/clocks'
import { untilOfficeCloses } from '@/lib/engines/clocks/office-day'
import { pressing } from '@/lib/engines/clocks/pressing'
import type { Priority } from '@/lib/engines/clocks/rules'
import { defaultSettings } from '@/lib/engines/clocks/settings'
import type { Clock, ClockEvent } from '@/lib/engines/clocks/types'
import type { ReferralClockKind } from '@/lib/engines/clocks/wiring'

/** Every clock of a referral, from its events. PURE. */
export const clocksOf = (
  priority: string,
  events: readonly ClockEvent[],
  now: Date,
  { referral, calendar } = defaultSettings,
): Clock<ReferralClockKind>[] =>
  referralClocks(events, referral[priority as Priority], calendar, now).map((clock) =>
    untilOfficeCloses(clock, calendar),
  )

/** The pressing due date, kept on the row so that queues are ordered and paged without reading histories. PURE. */
export function dueOf(
  priority: string,
  events: readonly ClockEvent[],
  now: Date,
  settings = defaultSettings,
): { dueAt: Date | null; dueKind: string | null } {
  const clock = pressing(clocksOf(priority, events, now, settings))
  return { dueAt: clock?.due ?? null, dueKind: clock?.kind ?? null }
}
