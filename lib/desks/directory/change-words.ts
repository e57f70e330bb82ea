import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { fingerprintOf } from '@/lib/casework/services/recipient'
import type { EntryChange } from './view-directory'

type Words = { t: Translate; locale: Locale }

const NAMES: Readonly<Record<string, string>> = {
  state: 'state',
  wait_days: 'wait',
  places: 'places',
  paused_until: 'until',
  women_on_staff: 'women',
}

/** "Horaires : lundi à vendredi. Avant : tous les jours", one line a column, in the order of the page. PURE. */
export function changeLines({ kind, changed }: EntryChange, words: Words): string[] {
  const { t } = words
  const lines = Object.entries(changed).map(([column, [before, after]]) =>
    t('services.changes.line', {
      what: wordingOf(t, `services.${NAMES[column] ?? column}`, column),
      after: valueWords(column, after, words),
      before: valueWords(column, before, words),
    }),
  )
  return lines.length === 0 && kind === 'VERIFIED' ? [t('services.changes.same')] : lines
}

function valueWords(column: string, value: unknown, { t, locale }: Words): string {
  if (typeof value === 'boolean') return t(value ? 'services.yes' : 'services.no')
  if (Array.isArray(value)) return listWords(column, value.map(String), { t, locale })
  if (value === null || value === undefined || value === '') return t('services.unsaid')
  if (column === 'recipient') return t('exchange.key.print', { print: fingerprintOf(String(value)) })
  if (column === 'state') return wordingOf(t, `services.now.${value}`, String(value))
  if (column === 'paused_until') return day(locale, String(value))
  return column === 'wait_days' ? t('services.days', { days: Number(value) }) : String(value)
}

function listWords(column: string, codes: readonly string[], { t, locale }: Words): string {
  const list = column === 'languages' ? 'language' : 'admin2_2014'
  return codes.map((code) => label(list, code, locale)).join(', ') || t('services.unsaid')
}
