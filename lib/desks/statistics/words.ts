import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'

const formats = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') }

/** "4 529" */
export const number = (locale: Locale, count: number): string => formats[locale].format(count)

/** How long an answer takes: hours up to two days, then days; under the floor that too few came. PURE. */
export function timeWords(hours: number | null, t: Translate): string {
  if (hours === null) return t('loop.time.few')
  if (hours < 48) return t('loop.time.hours', { count: Math.max(1, Math.round(hours)) })
  return t('loop.time.days', { count: Math.round(hours / 24) })
}
