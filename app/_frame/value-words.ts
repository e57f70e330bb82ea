import type { Field } from '@/lib/base/forms/fields'
import type { FormWords, RawValues } from '@/lib/base/forms/form'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import { optionsOf } from './form-fields'

type Asked = {
  form: FormWords
  name: string
  value: RawValues[string] | undefined
  /** The words of an answer whose codes the form does not know itself. */
  words?: ((name: string, code: string) => string | undefined) | undefined
}

/** An answer in words: the labels of its codes, or the text itself. */
export function valueWords(
  { form, name, value, words }: Asked,
  { t, locale }: { t: Translate; locale: Locale },
): string {
  const field = form.fields[name] as Field | undefined
  const parts = [value ?? []].flat().filter(Boolean)
  if (parts.length === 0) return t('forms.conflict.empty')
  if (field?.kind === 'tick') return t('forms.conflict.yes')
  if (field?.kind !== 'choice' && field?.kind !== 'code' && field?.kind !== 'codes')
    return parts.map((part) => words?.(name, part) ?? part).join(', ')
  const options = optionsOf(field, `${form.noun}.${name}`, { t, locale })
  return parts.map((part) => options.find((option) => option.value === part)?.label ?? part).join(', ')
}
