import { openCalendar } from '@/lib/engines/clocks/calendar'
import { referralClocks } from '@/lib/engines/clocks/clocks'
import { MALI_OFFICE } from '@/lib/engines/clocks/office'
import { untilOfficeCloses } from '@/lib/engines/clocks/office-day'
import { pressing } from '@/lib/engines/clocks/pressing'
import { type Priority, REFERRAL_RULES } from '@/lib/engines/clocks/rules'
import type { Clock, ClockEvent } from '@/lib/engines/clocks/types'
import type { ReferralClockKind } from '@/lib/engines/clocks/wiring'

const calendar = openCalendar(MALI_OFFICE)

/** Every clock of a referral, from its events. PURE. */
export const clocksOf = (
  priority: string,
  events: readonly ClockEvent[],
  now: Date,
): Clock<ReferralClockKind>[] =>
  referralClocks(events, REFERRAL_RULES[priority as Priority], calendar, now).map((clock) =>
    untilOfficeCloses(clock, calendar),
  )

/** The pressing due date, kept on the row so that queues are ordered and paged without reading histories. PURE. */
export function dueOf(
  priority: string,
  events: readonly ClockEvent[],
  now: Date,
): { dueAt: Date | null; dueKind: string | null } {
  const clock = pressing(clocksOf(priority, events, now))
  return { dueAt: clock?.due ?? null, dueKind: clock?.kind ?? null }
}
