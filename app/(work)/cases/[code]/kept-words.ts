import { day } from '@/lib/base/i18n/dates'
import type { Retention } from '@/lib/casework/cases/retention'
import type { Framed } from './case-frame'

/** How long a closed file is kept: its class and the day on which the identity is erased. */
export const keptWords = (kept: Retention, { t, locale }: Pick<Framed, 't' | 'locale'>): string =>
  kept.eraseOn
    ? t('cases.kept.until', { kind: t(`cases.kept.${kept.class}`), on: day(locale, kept.eraseOn) })
    : t('cases.kept.held')
