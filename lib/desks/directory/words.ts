import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import type { Entry, Ranked, Rate, Standing } from '@/lib/casework/services/ranking'

type Words = { t: Translate; locale: Locale }

/** What speaks for and against an entry, in the order people weigh it. PURE. */
export function reasonWords(entry: Ranked, words: Words): string[] {
  const { t, locale } = words
  const checked = day(locale, entry.verifiedOn)
  const { womenOnStaff: women } = entry
  return [
    stateWords(entry, words),
    entry.askedOn ? t('services.asked', { day: day(locale, entry.askedOn) }) : '',
    entry.eligibility && t('services.for-whom', { who: entry.eligibility }),
    t(entry.near ? 'services.near' : 'services.far'),
    rateWords(entry.rate, t),
    t(entry.stale ? 'services.stale' : 'services.verified', { day: checked }),
    women === null ? '' : t(women ? 'services.women.yes' : 'services.women.no'),
    entry.languages.length > 0 ? t('services.speaks', { languages: languageWords(entry, locale) }) : '',
    entry.price,
    entry.note,
  ].filter((said) => said !== '')
}

export const languageWords = ({ languages }: Pick<Entry, 'languages'>, locale: Locale): string =>
  languages.map((code) => label('language', code, locale)).join(', ')

type Stands = Pick<Standing, 'agreed' | 'over' | 'placesNow'> &
  Pick<Entry, 'state' | 'waitDays' | 'pausedUntil'>
/** Not yet allowed; else what was answered: open, a wait, full, a pause and until when, or that its day is over. PURE. */
export const stateWords = (entry: Stands, words: Words): string =>
  entry.agreed ? capacityWords(entry, words) : words.t('services.no-agreement')

/** The answer alone. PURE. */
export function capacityWords(
  { state, waitDays, pausedUntil, over, placesNow }: Omit<Stands, 'agreed'>,
  { t, locale }: Words,
): string {
  if (state === 'WAITING') return t('services.waiting', { days: waitDays ?? 0 })
  if (state === 'FULL') return t('services.full')
  if (state === 'OPEN')
    return placesNow === null ? t('services.open') : t('services.open-places', { places: placesNow })
  if (!pausedUntil) return t('services.paused')
  return t(over ? 'services.paused-over' : 'services.paused-until', { day: day(locale, pausedUntil) })
}

/** "8 acceptés sur 10, 1 sans réponse ; réponse médiane 1 j, neuf sur dix en 4 j", or that too few were asked to tell. PURE. */
export function rateWords({ asked, window, accepted, silent, days, p90 }: Rate, t: Translate): string {
  if (asked === null) return t('services.rate-few', { window })
  const said = t('services.rate', { asked, window, accepted, silent })
  if (days === null || p90 === null) return said
  return t('services.rate-times', { said, days: atLeastOne(days), p90: atLeastOne(p90) })
}

const atLeastOne = (days: number): number => Math.max(1, Math.round(days))
