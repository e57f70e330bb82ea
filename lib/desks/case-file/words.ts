import { ageGroup } from '@/lib/base/codes/ages'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { ageOn, type Birth, bornOn, isChildOn } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { isHushed } from '@/lib/casework/cases/hushed'
import { CONSENT_SETTINGS } from '@/lib/casework/consents/rule-book'
import { birthOf } from '@/lib/casework/people/birth'

type Born = { sex: string; birthYear: number | null; birthDate?: string | undefined }
type FullyBorn = Born & Parameters<typeof birthOf>[0]
type Words = { t: Translate; locale: Locale; now: Date }

/** A child is a girl or a boy; whoever may be either is called both. */
function personWord(sex: string, birth: Birth, { t, now }: Pick<Words, 't' | 'now'>): string {
  const grown = wordingOf(t, `cases.sex.${sex}`, sex)
  const child = wordingOf(t, `cases.child.${sex}`, grown)
  switch (isChildOn(birth, isoDayOf(now), CONSENT_SETTINGS.adult_from)) {
    case 'YES':
      return child
    case 'MAYBE':
      return child === grown ? grown : t('cases.row.either', { child, grown: grown.toLocaleLowerCase() })
    default:
      return grown
  }
}

/**
 * "Femme, 18-59 ans": sex and age band, for lists, which open no sealed birth date. Where the year alone leaves two
 * bands open both ages are said. A page that opened the day of birth says it. PURE.
 */
export function bandWords(born: Born, { t, locale, now }: Words): string {
  const birth = { date: born.birthDate, year: born.birthYear }
  const sex = personWord(born.sex, birth, { t, now })
  const age = ageOn(birth, isoDayOf(now))
  if (age.kind === 'either' && ageGroup(age.from) !== ageGroup(age.to))
    return t('cases.bar.ages', { sex, from: age.from, to: age.to, basis: 'known' })
  const youngest = age.kind === 'unknown' ? null : age.kind === 'exact' ? age.years : age.from
  return t('cases.row.band', { sex, band: label('age_group', ageGroup(youngest), locale) })
}

/** "Femme, environ 33 ou 34 ans": for the file itself. Where only the year is known both ages are said. PURE. */
export const ageWords = (born: FullyBorn, { t, now }: Words): string => {
  const birth = birthOf(born)
  const person = personWord(born.sex, birth, { t, now })
  const age = ageOn(birth, isoDayOf(now))
  const { ageBasis } = born
  const basis = ageBasis === 'DOC' || ageBasis === 'STATED' ? 'known' : 'estimated'
  if (age.kind === 'unknown') return t('cases.bar.no-age', { sex: person })
  return age.kind === 'exact'
    ? t('cases.bar.age', { sex: person, age: age.years, basis })
    : t('cases.bar.ages', { sex: person, from: age.from, to: age.to, basis })
}

type Situation = {
  specificNeeds: string[] | null
  concerns: string[] | null
  displacementStatus: string | null
}

/**
 * Two words of the situation at most: concern, need, or at least the displacement status. What could hurt when read over a
 * shoulder is left for the opened file, and said to be. PURE.
 */
export function situationWords(row: Situation, { t, locale }: Words): string {
  const [concerns, needs] = [row.concerns ?? [], row.specificNeeds ?? []]
  const said = (code: string) => !isHushed(code)
  const words = [
    ...concerns
      .filter(said)
      .slice(0, 1)
      .map((code) => label('protection_concern', code, locale)),
    ...needs
      .filter(said)
      .slice(0, 1)
      .map((code) => label('specific_need', code, locale)),
    ...([...concerns, ...needs].some(isHushed) ? [t('cases.row.open-to-see')] : []),
  ]
  if (words.length > 0) return [...new Set(words)].join(' · ')
  return row.displacementStatus
    ? label('displacement_status', row.displacementStatus, locale)
    : t('cases.row.no-situation')
}

/** A birth as far as it is known: the day, the year alone, or '' where neither is. PURE. */
export function bornWords(birth: Birth, { t, locale }: Pick<Words, 't' | 'locale'>): string {
  const born = bornOn(birth)
  if (born === null) return ''
  return 'date' in born ? day(locale, born.date) : t('people.year-alone', { year: String(born.year) })
}

export const riskLevel = (risk: string): 1 | 2 | 3 => (risk === 'HIGH' ? 3 : risk === 'MEDIUM' ? 2 : 1)
