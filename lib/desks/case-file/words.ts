import { ageGroup } from '@/lib/base/codes/ages'
import { label } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { ageOn, isChildSafely, youngestOn } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { CONSENT_SETTINGS } from '@/lib/casework/consents/rule-book'

type Born = { sex: string; birthYear: number | null }
type Words = { t: Translate; locale: Locale; now: Date }

/** A child is a girl or a boy. */
const personWord = ({ sex, birthYear }: Born, { t, now }: Pick<Words, 't' | 'now'>): string => {
  const child = isChildSafely({ year: birthYear }, isoDayOf(now), CONSENT_SETTINGS.adult_from)
  const grown = wordingOf(t, `cases.sex.${sex}`, sex)
  return child ? wordingOf(t, `cases.child.${sex}`, grown) : grown
}

/** "Femme, 18-59 ans": sex and age band, for lists. PURE. */
export const bandWords = (born: Born, { t, locale, now }: Words): string =>
  t('cases.row.band', {
    sex: personWord(born, { t, now }),
    band: label('age_group', ageGroup(youngestOn({ year: born.birthYear }, isoDayOf(now))), locale),
  })

/** "Femme, environ 33 ou 34 ans": for the file itself. Where only the year is known both ages are said. PURE. */
export const ageWords = (
  { sex, birthYear, birthDate, ageBasis }: Born & { birthDate?: string; ageBasis: string | null },
  { t, now }: Words,
): string => {
  const person = personWord({ sex, birthYear }, { t, now })
  const age = ageOn({ date: birthDate, year: birthYear, basis: ageBasis }, isoDayOf(now))
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

/** Two words of the situation at most: concern, need, or at least the displacement status. PURE. */
export function situationWords(row: Situation, { t, locale }: Words): string {
  const words = [
    ...(row.concerns ?? []).slice(0, 1).map((code) => label('protection_concern', code, locale)),
    ...(row.specificNeeds ?? []).slice(0, 1).map((code) => label('specific_need', code, locale)),
  ]
  if (words.length > 0) return [...new Set(words)].join(' · ')
  return row.displacementStatus
    ? label('displacement_status', row.displacementStatus, locale)
    : t('cases.row.no-situation')
}

export const riskLevel = (risk: string): 1 | 2 | 3 => (risk === 'HIGH' ? 3 : risk === 'MEDIUM' ? 2 : 1)
