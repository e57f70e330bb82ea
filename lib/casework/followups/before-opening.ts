import type { FieldErrors } from '@/lib/base/forms/form'
import { isoDayOf } from '@/lib/base/time/days'

/** Nobody was followed up before the case was opened: an error on the one field that says the day. PURE. */
export const beforeOpening = ({ openedAt }: { openedAt: Date }, said: Record<string, string>): FieldErrors =>
  Object.fromEntries(
    Object.entries(said)
      .filter(([, day]) => day !== '' && day < isoDayOf(openedAt))
      .map(([name]) => [name, 'before-opening']),
  )
