import { valueWords } from '@/app/_frame/value-words'
import { label } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { day, moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { RISK_RULES } from '@/lib/casework/cases/risk-book'
import type { CaseFact } from '@/lib/casework/history/case-facts'
import type { Change } from '@/lib/casework/history/changes'
import type { FieldChange, Value } from '@/lib/casework/history/fields-changed'
import { KEPT } from '@/lib/casework/people/kept'
import type { Framed } from '../case-frame'
import { returnTerm, returnWords } from './return-words'

type Words = Pick<Framed, 't' | 'locale'>
/** One answer in words: what it is about, what stood there, what stands there now. */
export type Told = { term: string; from: string; to: string }

/** A list says what came and what went, and not the whole of it twice. PURE. */
export function told(change: FieldChange, { names }: Change, words: Words): Told {
  const { page, field, from, to } = change
  if (page === 'return')
    return {
      term: returnTerm(field, words),
      from: returnWords(field, from, words),
      to: returnWords(field, to, words),
    }
  const say = (value: Value) =>
    page === 'case' || field.startsWith('rating.')
      ? factWords(field as CaseFact, value, names, words)
      : valueWords({ form: KEPT[page].form, name: field, value }, words)
  const term =
    page === 'case' || field.startsWith('rating.')
      ? wordingOf(words.t, `past.${field}`, field)
      : wordingOf(words.t, `people.${field}.label`, field)
  if (!Array.isArray(from) || !Array.isArray(to)) return { term, from: say(from), to: say(to) }
  return {
    term,
    from: say(from.filter((one) => !to.includes(one))),
    to: say(to.filter((one) => !from.includes(one))),
  }
}

const LISTS: Partial<Record<CaseFact, ListName>> = {
  closure_reason: 'closure_reason',
  'rating.lower_reason': 'risk_lower_reason',
  'rating.open_reason': 'risk_lower_reason',
}

function factWords(fact: CaseFact, value: Value, names: Change['names'], { t, locale }: Words): string {
  const parts = [value ?? []].flat()
  if (parts.length === 0) return t('forms.conflict.empty')
  const list = LISTS[fact]
  const one = (code: string): string => {
    if (list) return label(list, code, locale)
    switch (fact) {
      case 'sensitivity':
      case 'do_not_contact':
      case 'rating.restrict_proposed':
        return wordingOf(t, `past.${fact}.${code}`, code)
      case 'rating.risk':
        return wordingOf(t, `cases.risk.${code}`, code)
      case 'rating.rules':
        return RISK_RULES.find(({ id }) => id === code)?.reason[locale] ?? code
      case 'rating.clocks':
        return wordingOf(t, `past.rating.clocks.${code}`, code)
      case 'rating.happened_at':
        return moment(locale, code)
      case 'hold_until':
      case 'erase_on':
        return day(locale, code)
      case 'retention_class':
        return wordingOf(t, `cases.kept.${code}`, code)
      default:
        return names[code] ?? code
    }
  }
  return parts.map(one).join(', ')
}
