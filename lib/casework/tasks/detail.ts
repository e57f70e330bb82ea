import { sql } from 'drizzle-orm'
import { label } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'

/**
 * Which one a task `t` is about, in a code, where its kind alone leaves that open: the step of a return, what is booked. Nothing of an
 * hour that a discipline keeps to itself.
 */
export const taskDetail = sql.raw(`case t.kind when 'RETURN_STEP' then t.reason
  when 'KEEP_APPOINTMENT' then (select a.kind from app.appointments a where a.id = t.subject_id) end`)

const LISTS = { RETURN_STEP: 'return_step', KEEP_APPOINTMENT: 'appointment_kind' } as const

const isDetailed = (kind: string): kind is keyof typeof LISTS => Object.hasOwn(LISTS, kind)

/** What a task is called, and which one it is where that is known. PURE. */
export function detailed(
  kind: string,
  detail: string | null | undefined,
  what: string,
  { t, locale }: { t: Translate; locale: Locale },
): string {
  if (!detail || !isDetailed(kind)) return what
  const how = label(LISTS[kind], detail, locale)
  // What is booked says by itself that it is an appointment.
  return kind === 'KEEP_APPOINTMENT' ? how : t('frame.said', { what, how })
}
