import { typesetAll } from '@/lib/base/text/typeset'
import { ar } from '@/lib/base/wording/papers/ar'
import { en } from '@/lib/base/wording/papers/en'
import { fr, type PaperWord } from '@/lib/base/wording/papers/fr'

/** The languages a paper is printed in; screens know the first two alone. */
export const PAPER_LANGUAGES = ['fr', 'en', 'ar'] as const
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number]

const WORDS: Record<PaperLanguage, Record<PaperWord, string>> = { fr: typesetAll(fr), en, ar }
export type PaperWords = (key: PaperWord, values?: Readonly<Record<string, string>>) => string

/** The fixed words of a paper in its language, `{name}` filled in. PURE. */
export const paperWords =
  (language: PaperLanguage): PaperWords =>
  (key, values = {}) =>
    WORDS[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

export const directionOf = (language: PaperLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

const TAGS: Record<PaperLanguage, string> = { fr: 'fr-FR', en: 'en-GB', ar: 'ar-u-nu-latn' }

/** A day in full, with its weekday: "jeudi 3 juillet 2014". `iso` is `YYYY-MM-DD`, or a moment in ISO 8601. PURE. */
export function paperDay(language: PaperLanguage, iso: string): string {
  const at = new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso)
  const words = new Intl.DateTimeFormat(TAGS[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Africa/Bamako',
  }).format(at)
  return language === 'fr' ? words.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : words
}

/** Which of them the person speaks, best first; French where they speak none. `spoken`: codes of the list `language`. PURE. */
export function languageFor(spoken: readonly string[]): PaperLanguage {
  const known: Readonly<Record<string, PaperLanguage>> = { arb: 'ar', mey: 'ar', eng: 'en', fra: 'fr' }
  return spoken.flatMap((code) => known[code] ?? [])[0] ?? 'fr'
}
