import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { CONSENT_SETTINGS } from '@/lib/casework/consents/rule-book'

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
