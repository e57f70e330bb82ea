import type { FieldErrors } from '@/lib/base/forms/form'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'

/** So far ahead an appointment may be booked. */
const AHEAD_DAYS = 366

/** What stands against a day and an hour: from today on, within a year. Error codes by field. PURE. */
export function againstDay(heldOn: string, now: Date): FieldErrors {
  if (heldOn === '') return {}
  if (heldOn < isoDayOf(now)) return { heldOn: 'in-past' }
  return heldOn > isoDayOf(daysAfter(now, AHEAD_DAYS)) ? { heldOn: 'too-late' } : {}
}
