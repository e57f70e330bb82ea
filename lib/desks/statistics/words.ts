import type { Locale } from '@/lib/base/i18n/locale'

const formats = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') }

/** "4 529" */
export const number = (locale: Locale, count: number): string => formats[locale].format(count)
