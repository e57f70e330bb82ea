import { label } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { day } from '@/lib/base/i18n/dates'
import type { MessageKey } from '@/lib/base/i18n/dictionary'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Value } from '@/lib/casework/history/fields-changed'
import type { GrantColumn, PathColumn } from '@/lib/casework/history/return-facts'
import { number } from '@/lib/desks/statistics/words'
import type { Framed } from '../case-frame'

type Words = Pick<Framed, 't' | 'locale'>

/** The past of a way home in the words of its own pages. */
const TERMS = {
  'path.kind': 'reintegration.kind.label',
  'path.origin_country': 'reintegration.originCountry.label',
  'path.transit': 'reintegration.transit',
  'path.return_country': 'reintegration.returnCountry.label',
  'path.needs': 'reintegration.needs.label',
  'path.departs_on': 'reintegration.departsOn.label',
  'path.arrived_on': 'reintegration.arrivedOn.label',
  'grant.kind': 'reintegration.grantKind.label',
  'grant.model': 'reintegration.model.label',
  'grant.quotes': 'reintegration.quotes.label',
  'grant.quotes_reason': 'reintegration.quotesReason.label',
  'grant.supplier': 'reintegration.supplier.label',
  'grant.state': 'past.grant',
  'grant.reason': 'past.grant.reason',
} as const satisfies Record<`path.${PathColumn}` | `grant.${GrantColumn}`, MessageKey>
const isTerm = (field: string): field is keyof typeof TERMS => Object.hasOwn(TERMS, field)

const LISTS: Partial<Record<string, readonly ListName[]>> = {
  'path.origin_country': ['return_country'],
  'path.transit': ['return_country'],
  'path.return_country': ['return_country'],
  'path.needs': ['return_need'],
  'grant.kind': ['business_state'],
  'grant.model': ['grant_model'],
  'grant.quotes_reason': ['quotes_reason'],
  // Given back, or dropped: each has reasons of its own.
  'grant.reason': ['grant_return_reason', 'grant_drop_reason'],
}

const lineOf = (field: string) => field.match(/^grant\.lines\.(\w+)$/)?.[1]
const stepOf = (field: string) => field.match(/^step\.(\w+)$/)?.[1]

/** What a change of a way home is about. PURE. */
export function returnTerm(field: string, { t, locale }: Words): string {
  const [line, step] = [lineOf(field), stepOf(field)]
  if (line) return t('past.grant.line', { line: label('grant_line', line, locale) })
  if (step) return label('return_step', step, locale)
  return isTerm(field) ? t(TERMS[field]) : field
}

/** What stood there, or stands there. PURE. */
export function returnWords(field: string, value: Value, words: Words): string {
  const { t, locale } = words
  const parts = [value ?? []].flat()
  const [first] = parts
  if (first === undefined) return t('forms.conflict.empty')
  if (lineOf(field)) return t('reintegration.xof', { amount: number(locale, Number(first)) })
  if (stepOf(field)) return stepWords(first, words)
  if (field === 'path.departs_on' || field === 'path.arrived_on') return day(locale, first)
  if (field === 'path.kind' || field === 'grant.state')
    return wordingOf(t, `reintegration.${field.split('.')[1]}.${first}`, first)
  const lists = LISTS[field] ?? []
  const one = (code: string) =>
    lists.map((list) => label(list, code, locale)).find((said) => said !== code) ?? code
  return parts.map(one).join(', ')
}

/** A step as it was noted: "DONE 2014-07-12", "NOT_NEEDED HAS_IT", "TODO ENTERED_WRONGLY". */
function stepWords(noted: string, { t, locale }: Words): string {
  const [state, more = ''] = noted.split(' ')
  if (state === 'DONE') return t('reintegration.journey.done', { on: day(locale, more) })
  return state === 'NOT_NEEDED'
    ? t('reintegration.journey.not-needed', { reason: label('return_step_reason', more, locale) })
    : t('reintegration.journey.to-do')
}
