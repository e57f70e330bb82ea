import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import { shown } from './counts'

const formats = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') }

/** "4 529" */
export const number = (locale: Locale, count: number): string => formats[locale].format(count)

/** A count as it is printed inside: the number, or "hidden" from 1 to 4. */
export function countWords(count: number, t: Translate, locale: Locale): string {
  const { value } = shown(count)
  return value === null ? t('statistics.hidden') : number(locale, value)
}
