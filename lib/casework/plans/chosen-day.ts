import { isoDayOf, startOfDay } from '@/lib/base/time/days'
import { officeCloses } from '@/lib/engines/clocks/office-day'
import { defaultSettings } from '@/lib/engines/clocks/settings'
import type { Ctx } from '@/lib/platform/gate/verb'

/** A chosen day lies ahead, and within a year. */
const MOST_DAYS = 366

/** When something is due that was put on this day: as the office's day ends. PURE. */
export function chosenDay(
  { actor }: Pick<Ctx, 'actor'>,
  day: string,
): { at: Date } | { fault: 'in-past' | 'too-late' } {
  if (day < isoDayOf(actor.now)) return { fault: 'in-past' }
  const at = officeCloses(startOfDay(day), defaultSettings.calendar)
  return at.getTime() - actor.now.getTime() > MOST_DAYS * 86_400_000 ? { fault: 'too-late' } : { at }
}
