import { NumberField } from '@/app/_ui/fields'
import { label } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { fieldOf, GRANT_LINES, type GrantLine, type Lines } from '@/lib/casework/reintegration/lines'
import type { FormPage } from './return-form'

type Props = {
  page: FormPage
  /** Only these lines; all without. */
  only?: readonly GrantLine[]
  values: Lines
  hint: (line: GrantLine) => string | undefined
}

/** An amount for each line of a budget, each with what is said beside it. */
export function LineFields({ page, only = GRANT_LINES, values, hint }: Props) {
  const { t, locale, view } = page
  return only.map((line) => {
    const name = fieldOf(line)
    const error = view.draft?.errors[name]
    const typed = view.draft ? view.draft.values[name]?.toString() : values[line]?.toString()
    return (
      <NumberField
        key={line}
        name={name}
        label={label('grant_line', line, locale)}
        hint={hint(line)}
        value={typed}
        error={error && errorText(t, 'reintegration', name, error)}
        optionalLabel={t('forms.optional')}
        wide
      />
    )
  })
}
