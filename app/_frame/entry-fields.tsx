import { CheckboxGroup } from '@/app/_ui/choices'
import { label } from '@/lib/base/codes/codes'
import type { FormWords } from '@/lib/base/forms/form'
import { errorText } from '@/lib/base/i18n/problem-words'
import { usualOf } from '@/lib/casework/people/usual'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'
import { type Filled, FormFields } from './form-fields'

type Props = {
  page: Pick<Page<unknown>, 't' | 'locale'>
  form: FormWords
  office: string
  /** The cercles that can be ticked: those of the office, and what stands already. */
  cercles: readonly string[]
  values: Filled
  draft: Draft | undefined
}

/** What an entry says beside the answer of the week: the two long lists as short ones. */
export function EntryFields({ page, form, office, cercles, values, draft }: Props) {
  const shown: Filled = draft ? draft.values : values
  const ticked = (name: string) => [shown[name] ?? []].flat()
  const plain = { form, values, draft, ...page }
  const spoken = [...new Set([...usualOf(null, office).languages, ...ticked('languages')])]
  const group = (
    name: 'cercles' | 'languages',
    list: 'admin2_2014' | 'language',
    codes: readonly string[],
  ) => {
    const error = draft?.errors[name]
    return (
      <CheckboxGroup
        name={name}
        label={page.t(`services.${name}.label`)}
        error={error && errorText(page.t, 'services', name, error)}
        values={ticked(name)}
        options={codes.map((value) => ({ value, label: label(list, value, page.locale) }))}
      />
    )
  }
  return (
    <>
      <FormFields {...plain} only={['eligibility']} />
      {group('cercles', 'admin2_2014', cercles)}
      <FormFields {...plain} only={['place', 'mail', 'hours', 'price']} />
      {group('languages', 'language', spoken)}
      <FormFields {...plain} only={['moreLanguage', 'women', 'note']} />
    </>
  )
}
