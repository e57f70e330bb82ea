import { label } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { day } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { FACT_KEYS, type FactKey } from '@/lib/casework/consents/facts'
import type { Json } from './fact-values'
import { paperKinds } from './paper-list'
import type { StagePayload } from './payload'

type Words = { t: Translate; locale: Locale }
export type FactInWords = { key: FactKey; term: string; value: string }

/** A payload as a reader sees it: each fact's name and its value in words, in catalogue order. PURE. */
export function factWords(payload: StagePayload, words: Words): FactInWords[] {
  return FACT_KEYS.flatMap((key) => {
    const given = payload[key]
    const value = given === undefined ? '' : inWords(key, given, words)
    return value === '' ? [] : [{ key, term: words.t(`referrals.fact.${key}`), value }]
  })
}

const lists: Partial<Record<FactKey, ListName>> = {
  need: 'service_type',
  urgency: 'referral_priority',
  sex: 'sex',
  age_band: 'age_group',
  cercle: 'admin2_2014',
  coded_needs: 'specific_need',
  disability: 'specific_need',
  language: 'language',
  nationality: 'nationality',
  displacement_status: 'displacement_status',
  origin: 'origin',
  documents: 'document_status',
}

/** '' for a value whose shape nobody knows. */
function inWords(key: FactKey, value: Json, { t, locale }: Words): string {
  if (key === 'papers') return papersInWords(value, { t, locale })
  const list = lists[key]
  if (list) return joined(textsOf(value).map((code) => label(list, code, locale)))
  if (typeof value === 'boolean') return t(value ? 'referrals.value.yes' : 'referrals.value.no')
  if (typeof value !== 'object') return composed.has(key) ? '' : String(value)
  return Array.isArray(value) ? '' : composedWords(key, partsOf(value), { t, locale })
}

/** How many of each kind, and nothing that says which. */
function papersInWords(value: Json, { t, locale }: Words): string {
  const kinds = paperKinds(value)
  return joined(
    [...new Set(kinds)].map((kind) => {
      const count = kinds.filter((one) => one === kind).length
      const name = label('document_kind', kind, locale)
      return count > 1 ? t('referrals.value.several', { what: name, count }) : name
    }),
  )
}

const composed: ReadonlySet<FactKey> = new Set([
  'name',
  'birth',
  'safe_contact',
  'household',
  'caregiver',
  'separation',
])

function composedWords(key: FactKey, parts: Record<string, string>, { t, locale }: Words): string {
  const coded = (list: ListName, code: string | undefined) => code && label(list, code, locale)
  const born = parts.date ? day(locale, parts.date) : parts.year
  switch (key) {
    case 'name':
      return joined([parts.given, parts.family], ' ')
    case 'birth':
      if (parts.basis === 'ESTIMATE' && born) return t('referrals.value.born-about', { when: born })
      return parts.basis ? `${born} (${coded('age_basis', parts.basis)})` : (born ?? '')
    case 'safe_contact': {
      const way = joined([coded('safe_contact', parts.mode), parts.detail])
      const never = (parts.notTold?.split(',') ?? []).map((from) =>
        wordingOf(t, `people.withhold.${from}`, from),
      )
      return joined([way && never.length > 0 ? `${way}.` : way, ...never], ' ')
    }
    case 'household': {
      const count = (name: string) => Number(parts[name] ?? 0)
      if (parts.people) return t('referrals.value.household-people', { people: count('people') })
      const [adults, children, underFive] = [count('adults'), count('children'), count('underFive')]
      return t('referrals.value.household', { adults, children, underFive })
    }
    case 'caregiver':
      return joined([parts.name, parts.relation, parts.contact])
    case 'separation': {
      const since = parts.since && day(locale, parts.since)
      return joined([coded('separation_cause', parts.cause), since, parts.lastPlace])
    }
    default:
      return ''
  }
}

const joined = (parts: (string | undefined)[], by = ', '): string =>
  parts.filter((part) => part !== undefined && part !== '').join(by)

const textsOf = (value: Json): string[] => (Array.isArray(value) ? value.map(String) : [String(value)])

const partsOf = (value: object): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([name, part]) => [name, String(part)]))
