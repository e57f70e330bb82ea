import type { Locale } from './locale'

const zone = 'Africa/Bamako'
const tag: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }
const cache = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = locale + JSON.stringify(options)
  let found = cache.get(id)
  if (!found) {
    found = new Intl.DateTimeFormat(tag[locale], { timeZone: zone, ...options })
    cache.set(id, found)
  }
  return found
}

/** French says the first of a month with an ordinal: "1er juillet". */
const ordinal = (locale: Locale, words: string): string =>
  locale === 'fr' ? words.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : words

/** "30 juin 2014" */
export const day = (locale: Locale, at: Date | string): string =>
  ordinal(locale, format(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(asDate(at)))
/** "30 juin", and with its year where that is not the year of `now`. */
export const dayNear = (locale: Locale, at: Date | string, now: Date): string =>
  asDate(at).getUTCFullYear() === now.getUTCFullYear()
    ? ordinal(locale, format(locale, { day: 'numeric', month: 'long' }).format(asDate(at)))
    : day(locale, at)
/** "30 juin, 09:42" */
export const moment = (locale: Locale, at: Date | string): string => {
  const date = asDate(at)
  const dayPart = ordinal(locale, format(locale, { day: 'numeric', month: 'long' }).format(date))
  return `${dayPart}, ${time(locale, date)}`
}
/** A day's end has no hour worth reading: "9 juillet 2014", else "30 juin, 16:00". */
export const dueWords = (locale: Locale, at: Date | string): string =>
  time(locale, asDate(at)) === '00:00' ? day(locale, at) : moment(locale, at)
/** "lundi 30 juin 2014" */
export const fullDay = (locale: Locale, at: Date | string): string =>
  ordinal(
    locale,
    format(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(asDate(at)),
  )
/** "lun. 30 juin" */
export const weekday = (locale: Locale, at: Date | string): string =>
  ordinal(locale, format(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(asDate(at)))
/** "09:42" */
export const time = (locale: Locale, at: Date): string =>
  format(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at)
/** "avril 2014" */
export const month = (locale: Locale, at: Date | string): string =>
  format(locale, { month: 'long', year: 'numeric' }).format(asDate(at))

/** A plain day (2014-06-30) means noon in Mali: no time zone moves it. */
const asDate = (at: Date | string): Date =>
  at instanceof Date ? at : new Date(at.length === 10 ? `${at}T12:00:00Z` : at)
