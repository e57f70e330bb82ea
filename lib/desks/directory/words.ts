import { day } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import type { Ranked, Rate } from '@/lib/casework/services/ranking'

type Words = { t: Translate; locale: Locale }

/** What speaks for and against an entry, in the order people weigh it. PURE. */
export function reasonWords(entry: Ranked, { t, locale }: Words): string[] {
  const checked = day(locale, entry.verifiedOn)
  return [
    stateWords(entry, { t, locale }),
    t(entry.near ? 'services.near' : 'services.far'),
    rateWords(entry.rate, t),
    t(entry.stale ? 'services.stale' : 'services.verified', { day: checked }),
    entry.note,
  ].filter((words) => words !== '')
}

/** Open, paused until a day, or not yet allowed. PURE. */
export function stateWords(
  entry: Pick<Ranked, 'open' | 'agreed' | 'pausedUntil'>,
  { t, locale }: Words,
): string {
  if (!entry.agreed) return t('services.no-agreement')
  if (entry.open) return t('services.open')
  return entry.pausedUntil
    ? t('services.paused-until', { day: day(locale, entry.pausedUntil) })
    : t('services.paused')
}

/** "11 acceptés sur 12, réponse en 2 j" or that nobody was asked yet. PURE. */
export function rateWords({ decided, accepted, days }: Rate, t: Translate): string {
  if (decided === 0 || days === null) return t('services.rate-none')
  return t('services.rate', { decided, accepted, days: Math.max(1, Math.round(days)) })
}
