import { type Translate, wordingOf } from '@/lib/base/i18n/translate'

/** "Femme, environ 19 ans". PURE. */
export const whoWords = (alert: { sex: string; age: number; ageEstimated: boolean }, t: Translate): string =>
  t('alerts.row.who', {
    sex: wordingOf(t, `alerts.sex.${alert.sex}`, alert.sex),
    age: alert.age,
    estimated: alert.ageEstimated ? 'yes' : 'no',
  })
