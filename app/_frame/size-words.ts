import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'

/** Bytes as people read them: 118 ko, 2,4 Mo. */
export function sizeWords(bytes: number, { t, locale }: { t: Translate; locale: Locale }): string {
  const [key, divisor, digits] =
    bytes < 1_000_000
      ? (['documents.size.kb', 1000, 0] as const)
      : (['documents.size.mb', 1_000_000, 1] as const)
  const count = Math.max(bytes / divisor, 1).toLocaleString(locale, { maximumFractionDigits: digits })
  return t(key, { count })
}
