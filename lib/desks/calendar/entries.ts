import { label } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import { isoDayOf } from '@/lib/base/time/days'
import type { TaskKind } from '@/lib/casework/tasks/kinds'
import { careKinds } from '@/lib/casework/tasks/kinds'
import { dutyName } from '@/lib/desks/work/due-words'
import type { CalendarAppointment, CalendarLimit } from './queries'

/** One line of a day. `at`: ms; `hour`: whether it is at that hour or only on that day. */
export type Entry = {
  key: string
  code: string
  at: number
  hour: boolean
  limit: boolean
  late: boolean
  words: string
}
type Words = { t: Translate; locale: Locale }

/**
 * What a limit is called where somebody may look over a shoulder: care is care, and of a restricted case only that something falls
 * due. PURE.
 */
export function limitWords({ kind, sensitivity }: CalendarLimit, words: Words): string {
  const { t } = words
  if (sensitivity !== 'S3') return t('calendar.limit')
  const task = kind.replace(/^task-/, '').replace(/-ASKED$/, '')
  if (careKinds.includes(task as TaskKind) && task !== 'SEE_PERSON')
    return t('calendar.limit-of', { what: t('calendar.care') })
  return t('calendar.limit-of', { what: dutyName(kind, words) })
}

/** What an appointment is called there: a code of its kind, and only that there is one where the reader may not know it. PURE. */
export const appointmentWords = (
  { kind, sensitivity }: Pick<CalendarAppointment, 'kind' | 'sensitivity'>,
  { t, locale }: Words,
): string =>
  kind === null || sensitivity !== 'S3' ? t('appointments.neutral') : label('appointment_kind', kind, locale)

/** Everything of a week by its day, limits and appointments in the order of the hours; what has no hour last. PURE. */
export function byDay(entries: readonly Entry[], days: readonly string[]): Map<string, Entry[]> {
  const found = new Map(days.map((day): [string, Entry[]] => [day, []]))
  for (const entry of entries) found.get(isoDayOf(new Date(entry.at)))?.push(entry)
  for (const list of found.values())
    list.sort((a, b) => Number(b.hour) - Number(a.hour) || a.at - b.at || a.code.localeCompare(b.code))
  return found
}
