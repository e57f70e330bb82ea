import { ageGroup } from '../codes/ages'
import { label } from '../codes/codes'
import type { Locale } from '../i18n/locale'
import type { Translate } from '../i18n/translate'

type Words = { t: Translate; locale: Locale }

/** "Femme, 18-59 ans": sex and age band, all that a list says of a person. PURE. */
export function bandWords(
  person: { sex: string | null; birthYear: number | null },
  now: Date,
  { locale }: Words,
): string {
  const band = ageGroup(person.birthYear === null ? null : now.getUTCFullYear() - person.birthYear)
  const sex = person.sex ? label('sex', person.sex, locale) : ''
  return [sex, label('age_group', band, locale)].filter((part) => part !== '').join(', ')
}
