import { label } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import type { Field } from './fields'
import type { FormWords, RawValues } from './form'
import { sameValue } from './merge'

type Words = { t: Translate; locale: Locale }

/** The words of one code of a field: of its list, or of its form. PURE. */
function codeWords(field: Field, key: string, code: string, { t, locale }: Words): string {
  const list = 'list' in field ? field.list : undefined
  return list ? label(list, code, locale) : wordingOf(t, `${key}.${code}`, code)
}

/**
 * What was chosen on a form and is not as its page had shown it (`base`; without one, everything chosen), one sentence a question: a
 * form that is refused as a whole is not on any page again, and nobody remembers which risk they had weighed. PURE.
 */
export function chosenWords(
  form: FormWords,
  { values, base = {} }: { values: RawValues; base?: RawValues | undefined },
  words: Words,
): string[] {
  return Object.entries(form.fields).flatMap(([name, field]) => {
    const value = values[name]
    const chosen = [value ?? []].flat().filter(Boolean)
    const ticked = field.kind === 'choice' || field.kind === 'code' || field.kind === 'codes'
    if (!ticked || chosen.length === 0 || sameValue(value, base[name])) return []
    const key = `${form.noun}.${name}`
    const what = wordingOf(words.t, `${key}.label`, name)
    return [
      words.t('forms.chosen', {
        what,
        how: chosen.map((code) => codeWords(field, key, code, words)).join(', '),
      }),
    ]
  })
}
