import { referralClocks } from '@/lib/engines/clocks/clocks'
import { untilOfficeCloses } from '@/lib/engines/clocks/office-day'
import { pressing } from '@/lib/engines/clocks/pressing'
import type { Priority, RuleTable } from '@/lib/engines/clocks/rules'
import { defaultSettings } from '@/lib/engines/clocks/settings'
import type { Clock, ClockEvent } from '@/lib/engines/clocks/types'
import type { ReferralClockKind } from '@/lib/engines/clocks/wiring'

export type ClockRules = RuleTable<Priority, ReferralClockKind>

/** Every clock of a referral, from its events and the limits in force (the defaults where none are given). PURE. */
export const clocksOf = (
  priority: string,
  events: readonly ClockEvent[],
  now: Date,
  rules: ClockRules = defaultSettings.referral,
): Clock<ReferralClockKind>[] =>
  referralClocks(events, rules[priority as Priority], defaultSettings.calendar, now).map((clock) =>
    untilOfficeCloses(clock, defaultSettings.calendar),
  )

/** The pressing due date, kept on the row so that queues are ordered and paged without reading histories. PURE. */
export function dueOf(
  priority: string,
  events: readonly ClockEvent[],
  now: Date,
  rules?: ClockRules,
): { dueAt: Date | null; dueKind: string | null } {
  const clock = pressing(clocksOf(priority, events, now, rules))
  return { dueAt: clock?.due ?? null, dueKind: clock?.kind ?? null }
}

/** The agency neither acknowledged nor decided in its time. A question, or a yes, is an answer. PURE. */
export const isSilent = ({ state, dueAt }: { state: string; dueAt: Date | null }, now: Date): boolean =>
  (state === 'SENT' || state === 'ACKNOWLEDGED') && dueAt !== null && dueAt < now
