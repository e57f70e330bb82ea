import { isCode, label, partnerName } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { CONSENT_SETTINGS } from '@/lib/casework/consents/rule-book'

/** Where an alert comes from: a flow point, or an agency. PURE. */
export const whenceWords = (place: string, locale: Locale): string =>
  isCode('fmp', place) ? label('fmp', place, locale) : partnerName(place, locale)

/** "Femme, environ 19 ans"; a child is a girl or a boy. PURE. */
export const whoWords = (alert: { sex: string; age: number; ageEstimated: boolean }, t: Translate): string =>
  t('alerts.row.who', {
    sex: wordingOf(
      t,
      `alerts.${alert.age < CONSENT_SETTINGS.adult_from ? 'child' : 'sex'}.${alert.sex}`,
      wordingOf(t, `alerts.sex.${alert.sex}`, alert.sex),
    ),
    age: alert.age,
    estimated: alert.ageEstimated ? 'yes' : 'no',
  })
